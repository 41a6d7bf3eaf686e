namespace Portal.Server.Profiles.Contracts;

/// <summary>Where, when and on what somebody spends [0040]: the last 90 days, net of refunds, most frequent first.</summary>
/// <param name="Hours">Purchases by local hour, 24 numbers.</param>
/// <param name="Weekdays">Purchases by weekday, Monday first, 7 numbers.</param>
internal sealed record Habits(
    int Count,
    long AmountMinor,
    IReadOnlyList<Habit<byte>> Categories,
    IReadOnlyList<Habit<int>> Outlets,
    IReadOnlyList<Habit<string>> Districts,
    IReadOnlyList<int> Hours,
    IReadOnlyList<int> Weekdays);

/// <summary>One category, outlet or district that somebody keeps coming back to.</summary>
/// <param name="CountShare">Part of all purchases, 0 to 1.</param>
/// <param name="AmountShare">Part of all spending, 0 to 1.</param>
internal sealed record Habit<TKey>(TKey Key, int Count, long AmountMinor, double CountShare, double AmountShare);
