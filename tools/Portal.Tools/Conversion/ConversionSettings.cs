namespace Portal.Tools.Conversion;

internal sealed record ConversionSettings(string Source, string Output)
{
    public required TimeZoneInfo Zone { get; init; }

    public required string Consents { get; init; }

    public required string Language { get; init; }

    public required TimeProvider Time { get; init; }

    public string In(string file) => Path.Combine(Source, file);
}
