namespace Portal.Server.Profiles.Domain;

internal readonly record struct StatisticKey(long SubscriberId, int Month, byte CategoryId);

internal readonly record struct ActivityKey(
    long SubscriberId, int Day, byte Hour, int OutletId, int MerchantId, byte CategoryId);

/// <summary>
/// Adds up what some transactions change in the two tables, so that each row is written once. Adding is all that is
/// done to a row: that is why the order in which transactions arrive does not matter.
/// </summary>
internal sealed class StatisticsDelta
{
    private readonly Dictionary<StatisticKey, (int Count, long AmountMinor)> _statistics = [];
    private readonly Dictionary<ActivityKey, (int Count, long AmountMinor)> _activity = [];

    /// <param name="local">When the purchase happened, by the operator's clock.</param>
    public void Add(
        long subscriberId,
        DateTimeOffset local,
        (int MerchantId, int OutletId) place,
        byte categoryId,
        (int Count, long AmountMinor) change)
    {
        if (change == default)
        {
            return;
        }

        var day = DateOnly.FromDateTime(local.DateTime);
        var month = new StatisticKey(subscriberId, CalendarNumber.OfMonth(day), categoryId);
        var monthSum = _statistics.GetValueOrDefault(month);
        _statistics[month] = (monthSum.Count + change.Count, monthSum.AmountMinor + change.AmountMinor);
        var hour = new ActivityKey(
            subscriberId, CalendarNumber.OfDay(day), (byte)local.Hour, place.OutletId, place.MerchantId, categoryId);
        var hourSum = _activity.GetValueOrDefault(hour);
        _activity[hour] = (hourSum.Count + change.Count, hourSum.AmountMinor + change.AmountMinor);
    }

    /// <summary>Changes of the monthly table that are not nothing, in its key's order: neighbours share a page.</summary>
    public List<StatisticRow> Statistics() =>
    [
        .. _statistics.Where(pair => pair.Value != default)
            .OrderBy(pair => pair.Key.SubscriberId)
            .ThenBy(pair => pair.Key.Month)
            .Select(pair => new StatisticRow
            {
                SubscriberId = pair.Key.SubscriberId,
                Month = pair.Key.Month,
                CategoryId = pair.Key.CategoryId,
                Count = pair.Value.Count,
                AmountMinor = pair.Value.AmountMinor,
            }),
    ];

    /// <summary>Changes of the hourly table that are not nothing, in the order of its key.</summary>
    public List<ActivityRow> Activity() =>
    [
        .. _activity.Where(pair => pair.Value != default)
            .OrderBy(pair => pair.Key.SubscriberId)
            .ThenBy(pair => pair.Key.Day)
            .Select(pair => new ActivityRow
            {
                SubscriberId = pair.Key.SubscriberId,
                Day = pair.Key.Day,
                Hour = pair.Key.Hour,
                OutletId = pair.Key.OutletId,
                CategoryId = pair.Key.CategoryId,
                MerchantId = pair.Key.MerchantId,
                Count = pair.Value.Count,
                AmountMinor = pair.Value.AmountMinor,
            }),
    ];
}
