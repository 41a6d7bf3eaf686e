using Portal.Server.Ledger.Contracts;
using Portal.Server.Profiles.Domain;
using Portal.Shared.Categories;

namespace Portal.Server.Profiles.Projecting;

/// <summary>Holds what the ledger says against what the tables say, and puts each difference into words.</summary>
internal sealed class StatisticsComparison
{
    private const int MaxDifferences = 100;

    private readonly Dictionary<StatisticKey, (int Count, long AmountMinor)> _statistics = [];
    private readonly Dictionary<ActivityKey, (int Count, long AmountMinor)> _activity = [];
    private readonly List<(long SubscriberId, string Text)> _differences = [];
    private long _rows;

    public void Begin()
    {
        _statistics.Clear();
        _activity.Clear();
    }

    /// <summary>Counts one purchase, of which this much remains, to a subscriber.</summary>
    public void Expect(long subscriberId, DateTimeOffset local, LedgerEntry purchase, long amountMinor)
    {
        var month = new StatisticKey(subscriberId, (local.Year * 100) + local.Month, purchase.CategoryId);
        var sum = _statistics.GetValueOrDefault(month);
        _statistics[month] = (sum.Count + 1, sum.AmountMinor + amountMinor);

        var day = (local.Year * 10_000) + (local.Month * 100) + local.Day;
        var hour = new ActivityKey(
            subscriberId, day, (byte)local.Hour, purchase.OutletId, purchase.MerchantId, purchase.CategoryId);
        var hourSum = _activity.GetValueOrDefault(hour);
        _activity[hour] = (hourSum.Count + 1, hourSum.AmountMinor + amountMinor);
    }

    public void Found(StatisticRow row)
    {
        _rows++;
        var key = new StatisticKey(row.SubscriberId, row.Month, row.CategoryId);
        _statistics.Remove(key, out var expected);
        if (expected != (row.Count, row.AmountMinor) || row.Count == 0)
        {
            Differ(row.SubscriberId, Where(key), (row.Count, row.AmountMinor), expected);
        }
    }

    public void Found(ActivityRow row)
    {
        _rows++;
        var key = new ActivityKey(
            row.SubscriberId, row.Day, row.Hour, row.OutletId, row.MerchantId, row.CategoryId);
        _activity.Remove(key, out var expected);
        if (expected != (row.Count, row.AmountMinor) || row.Count == 0)
        {
            Differ(row.SubscriberId, Where(key), (row.Count, row.AmountMinor), expected);
        }
    }

    /// <summary>What the ledger has and no row was found for.</summary>
    public void End()
    {
        foreach (var (key, expected) in _statistics)
        {
            Differ(key.SubscriberId, Where(key), default, expected);
        }

        foreach (var (key, expected) in _activity)
        {
            Differ(key.SubscriberId, Where(key), default, expected);
        }
    }

    /// <param name="without">Subscribers who were not up to date, so that a difference says nothing.</param>
    public VerifyOutcome Outcome(HashSet<long> without) => new(
        _rows,
        [
            .. _differences.Where(difference => !without.Contains(difference.SubscriberId))
                .Select(difference => difference.Text)
                .Take(MaxDifferences),
        ]);

    private static string Where(StatisticKey key) =>
        $"statistics of subscriber {key.SubscriberId}, {CalendarNumber.MonthText(key.Month)}, "
        + CategoryCode(key.CategoryId);

    private static string Where(ActivityKey key) =>
        $"activity of subscriber {key.SubscriberId}, {CalendarNumber.ToDay(key.Day):yyyy-MM-dd} {key.Hour:D2}h, "
        + $"outlet {key.OutletId} of merchant {key.MerchantId}, {CategoryCode(key.CategoryId)}";

    private static string CategoryCode(byte id) =>
        id >= 1 && id <= ConsumptionCategories.All.Count ? ConsumptionCategories.Get(id).Code : $"category {id}";

    private void Differ(
        long subscriberId, string where, (int Count, long AmountMinor) stored, (int Count, long AmountMinor) ledger) =>
        _differences.Add((
            subscriberId,
            $"{where}: {stored.Count} purchases of {stored.AmountMinor} are stored, "
            + $"the ledger has {ledger.Count} of {ledger.AmountMinor}."));
}
