using Portal.Server.Profiles.Contracts;

namespace Portal.Server.Profiles.Domain;

/// <summary>
/// The consumption tendency [0040] of each category: the amount of the last 30 days against what 30 of the 90 days
/// before were usually, in per cent. Absent where too little is known to call anything usual.
/// </summary>
internal static class TendencyRules
{
    public const int RecentDays = 30;
    public const int UsualDays = 90;

    /// <summary>Fewer purchases than this are no habit that could grow or shrink.</summary>
    public const int FewestUsual = 4;

    /// <summary>Somebody who began later than this has no usual time to compare with.</summary>
    public const int KnownForDays = 60;

    public static IReadOnlyDictionary<byte, int> Of(IReadOnlyList<Activity> activity, DateOnly asOf)
    {
        var past = activity.Where(row => row.Day <= asOf).ToList();
        if (past.Count == 0 || past.Min(row => row.Day) > asOf.AddDays(-KnownForDays))
        {
            return new Dictionary<byte, int>();
        }

        var recentFrom = asOf.AddDays(1 - RecentDays);
        var usualFrom = recentFrom.AddDays(-UsualDays);
        var usual = past.Where(row => row.Day >= usualFrom && row.Day < recentFrom)
            .GroupBy(row => row.CategoryId)
            .Where(rows => rows.Sum(row => row.Count) >= FewestUsual);
        var recent = past.Where(row => row.Day >= recentFrom).ToLookup(row => row.CategoryId);
        return usual.ToDictionary(
            rows => rows.Key,
            rows => Percent(recent[rows.Key].Sum(row => row.AmountMinor), rows.Sum(row => row.AmountMinor)));
    }

    private static int Percent(long recent, long usual)
    {
        var expected = (decimal)usual * RecentDays / UsualDays;
        var percent = Math.Round((recent - expected) * 100 / expected, MidpointRounding.AwayFromZero);
        return (int)Math.Min(percent, int.MaxValue);
    }
}
