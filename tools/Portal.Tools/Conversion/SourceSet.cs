namespace Portal.Tools.Conversion;

/// <summary>The value chooses the block of invented phone numbers, so it must not change.</summary>
internal enum SourceSet
{
    Sparkov = 0,
    Cdnow = 1,
    CompleteJourney = 2,
    Starbucks = 3,
    Telco = 4,
}
