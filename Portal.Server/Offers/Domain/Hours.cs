using Portal.Shared.Offers;

namespace Portal.Server.Offers.Domain;

/// <summary>Hours of a day, from inclusive, to exclusive, perhaps over midnight.</summary>
internal static class Hours
{
    public static bool Covers(int from, int to, int hour) =>
        from < to ? hour >= from && hour < to : hour >= from || hour < to;

    public static bool Covers(this HourWindow? window, int hour) =>
        window is null || Covers(window.From, window.To, hour);

    public static bool AreValid(int from, int to) => from is >= 0 and <= 23 && to is >= 1 and <= 24 && from != to;
}
