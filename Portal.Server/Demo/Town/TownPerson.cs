namespace Portal.Server.Demo.Town;

/// <summary>Fixed ways to work and back; one fare is charged where the trip ends (metro) or begins (bus).</summary>
internal sealed record TownCommute(
    TownTrade Line, TownSite HomeStop, TownSite WorkStop, long FareMinor, int MorningSecond, int EveningSecond);

/// <summary>Visits to one trade go from First to Last times the usual over the three months before the end.</summary>
internal sealed record TownTrend(TownTrade Trade, double First, double Last)
{
    public bool Grows => Last > First;

    public double At(double progress) => First * Math.Pow(Last / First, progress);
}

/// <summary>From the given progress on, the person no longer goes to this outlet.</summary>
internal sealed record TownLapse(TownSite Site, double Progress);

/// <summary>A subscriber together with the life that a tap is drawn from.</summary>
internal sealed class TownPerson
{
    public required int Index { get; init; }

    public required TownSubscriber Subscriber { get; init; }

    public required TownRhythm Rhythm { get; init; }

    public required TownPoint Home { get; init; }

    public required TownPoint? Work { get; init; }

    /// <summary>Spending against the town's average; follows ARPU.</summary>
    public required double Means { get; init; }

    public required TownCommute? Commute { get; init; }

    /// <summary>Visits a day by trade, on working days and on rest days, before trend and calendar.</summary>
    public required double[] WorkRates { get; init; }

    public required double[] RestRates { get; init; }

    /// <summary>By trade, the dearest first; empty where the person goes wherever it suits.</summary>
    public required TownSite[][] Favourites { get; init; }

    public TownTrend? Trend { get; init; }

    public TownLapse? Lapse { get; init; }

    public TownPoint AnchorAt(int secondOfDay, bool restDay)
    {
        var hour = secondOfDay / 3600;
        return !restDay && Work is { } work && hour is >= 8 and < 18 ? work : Home;
    }

    public bool Avoids(TownSite site, double progress) =>
        Lapse is { } lapse && progress >= lapse.Progress && lapse.Site == site;
}
