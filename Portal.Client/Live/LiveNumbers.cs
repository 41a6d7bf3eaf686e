using Portal.Shared.Dashboards;

namespace Portal.Client.Live;

/// <summary>The numbers that a dashboard shows, kept up to date tick by tick.</summary>
public sealed class LiveNumbers
{
    private readonly SortedDictionary<long, int> _seconds = [];
    private readonly SortedDictionary<long, MinutePoint> _minutes = [];
    private readonly Dictionary<byte, CategoryTotal> _categories = [];

    public string Source { get; private set; } = "";

    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    public TodayTotals Today { get; private set; } = new(default, 0, 0, 0, 0, new OfferTotals(0, 0, 0));

    public IReadOnlyList<MerchantTotal> Merchants { get; private set; } = [];

    public IReadOnlyList<TapView> Taps { get; private set; } = [];

    public IReadOnlyList<ProjectionLag> Projections { get; private set; } = [];

    /// <summary>The last tap that the newest tick brought; what is newer than before may be shown as new.</summary>
    public long NewestPosition => Taps.Count == 0 ? 0 : Taps[0].Position;

    public IReadOnlyList<CategoryTotal> Categories =>
        [.. _categories.Values.Where(total => total.Taps > 0).OrderByDescending(total => total.AmountMinor)];

    public void Apply(DashboardSnapshot snapshot)
    {
        _seconds.Clear();
        _minutes.Clear();
        _categories.Clear();
        (Source, Sequence, At, Today) = (snapshot.Source, snapshot.Sequence, snapshot.At, snapshot.Today);
        (Merchants, Taps, Projections) = (snapshot.Merchants, snapshot.Taps, snapshot.Projections);
        Merge(snapshot.Seconds, snapshot.Minutes, snapshot.Categories);
    }

    /// <summary>False when ticks were missed: nothing was changed, and a snapshot is needed.</summary>
    public bool TryApply(DashboardTick tick)
    {
        if (tick.Source == Source && tick.Sequence <= Sequence)
        {
            return true;
        }

        if (tick.Source != Source || tick.Sequence != Sequence + 1)
        {
            return false;
        }

        (Sequence, At, Today) = (tick.Sequence, tick.At, tick.Today);
        Merchants = tick.Merchants ?? Merchants;
        Projections = tick.Projections ?? Projections;
        Merge(tick.Seconds, tick.Minutes, tick.Categories);
        if (tick.Taps.Count > 0)
        {
            Taps = [.. tick.Taps.Concat(Taps).DistinctBy(tap => tap.Position).Take(DashboardHubContract.TapsShown)];
        }

        return true;
    }

    /// <summary>Taps of each of the last seconds up to one, oldest first.</summary>
    public double[] TapsBySecond(long last) =>
        Window(last, DashboardHubContract.SecondsShown, second => _seconds.GetValueOrDefault(second));

    /// <summary>Mean taps per second of the ten seconds that end with each second.</summary>
    public double[] SmoothTapsBySecond(long last) =>
        Window(last, DashboardHubContract.SecondsShown, second => MeanTaps(second));

    public double MeanTaps(long last, int seconds = 10)
    {
        var sum = 0;
        for (var second = last - seconds + 1; second <= last; second++)
        {
            sum += _seconds.GetValueOrDefault(second);
        }

        return (double)sum / seconds;
    }

    /// <summary>Turnover of each of the last minutes up to one, oldest first.</summary>
    public double[] AmountByMinute(long last) => Window(
        last, DashboardHubContract.MinutesShown, minute => _minutes.GetValueOrDefault(minute)?.AmountMinor ?? 0);

    public MinutePoint Minute(long minute) => _minutes.GetValueOrDefault(minute) ?? new MinutePoint(minute, 0, 0);

    private static double[] Window(long last, int length, Func<long, double> value)
    {
        var values = new double[length];
        for (var i = 0; i < length; i++)
        {
            values[i] = value(last - length + 1 + i);
        }

        return values;
    }

    private void Merge(
        IReadOnlyList<SecondPoint> seconds, IReadOnlyList<MinutePoint> minutes, IReadOnlyList<CategoryTotal> categories)
    {
        foreach (var point in seconds)
        {
            _seconds[point.Second] = point.Taps;
        }

        foreach (var point in minutes)
        {
            _minutes[point.Minute] = point;
        }

        foreach (var total in categories)
        {
            _categories[total.CategoryId] = total;
        }

        var now = At.ToUnixTimeSeconds();
        // A little longer than shown, for the mean of the oldest second.
        Forget(_seconds, now - DashboardHubContract.SecondsShown - 30);
        Forget(_minutes, (now / 60) - DashboardHubContract.MinutesShown - 2);
    }

    private static void Forget<T>(SortedDictionary<long, T> values, long before)
    {
        while (values.Count > 0 && values.First().Key < before)
        {
            values.Remove(values.First().Key);
        }
    }
}
