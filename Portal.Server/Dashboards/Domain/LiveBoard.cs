using Portal.Shared.Categories;
using Portal.Shared.Dashboards;

namespace Portal.Server.Dashboards.Domain;

/// <summary>
/// The live numbers of one merchant or of all: about 8 KB. It remembers what moved since the last tick. Whoever uses it
/// holds the lock of <see cref="LiveBoards"/>.
/// </summary>
internal sealed class LiveBoard
{
    /// <summary>Taps that one tick carries: more than a person can read in a quarter of a second.</summary>
    public const int TapsInTick = 12;

    private readonly TimeRing _seconds = new(DashboardHubContract.SecondsShown);
    private readonly TimeRing _minutes = new(DashboardHubContract.MinutesShown);
    private readonly Queue<LiveTap> _taps = new(DashboardHubContract.TapsShown);
    private readonly (long Taps, long AmountMinor)[] _categories =
        new (long, long)[ConsumptionCategories.All.Count + 1];

    private readonly bool[] _movedCategories = new bool[ConsumptionCategories.All.Count + 1];
    private int _newTaps;

    public long Taps { get; private set; }

    public long AmountMinor { get; private set; }

    public long Corrections { get; private set; }

    public long CorrectedMinor { get; private set; }

    /// <summary>Whether anything moved since the last tick.</summary>
    public bool HasMoved { get; private set; }

    public void Add(LiveTap tap, bool isToday)
    {
        HasMoved = true;
        var second = tap.At.ToUnixTimeSeconds();
        _seconds.Add(second, 0);
        _minutes.Add(second / 60, tap.IsPurchase ? tap.AmountMinor : 0);
        if (_taps.Count == DashboardHubContract.TapsShown)
        {
            _taps.Dequeue();
        }

        _taps.Enqueue(tap);
        _newTaps++;
        if (isToday)
        {
            AddToDay(tap);
        }
    }

    /// <summary>A new day begins: its totals are zero, the charts and the latest taps go on.</summary>
    public void BeginDay()
    {
        HasMoved = true;
        (Taps, AmountMinor, Corrections, CorrectedMinor) = (0, 0, 0, 0);
        Array.Clear(_categories);
        Array.Fill(_movedCategories, true);
    }

    public IReadOnlyList<SecondPoint> Seconds(DateTimeOffset now) =>
        [.. _seconds.Read(now.ToUnixTimeSeconds()).Select(slot => new SecondPoint(slot.Moment, slot.Count))];

    public IReadOnlyList<MinutePoint> Minutes(DateTimeOffset now) =>
        [.. _minutes.Read(now.ToUnixTimeSeconds() / 60)
            .Select(slot => new MinutePoint(slot.Moment, slot.Count, slot.AmountMinor))];

    public IReadOnlyList<CategoryTotal> Categories() =>
        [.. CategoryIds().Where(id => _categories[id].Taps > 0).Select(TotalOf)];

    public IReadOnlyList<LiveTap> LatestTaps() => [.. _taps.Reverse()];

    /// <summary>What moved since the last call, which is then forgotten.</summary>
    public BoardChanges TakeChanges(DateTimeOffset now)
    {
        var second = now.ToUnixTimeSeconds();
        var changes = new BoardChanges(
            _seconds.TakeMoved(second).ConvertAll(slot => new SecondPoint(slot.Moment, slot.Count)),
            _minutes.TakeMoved(second / 60)
                .ConvertAll(slot => new MinutePoint(slot.Moment, slot.Count, slot.AmountMinor)),
            [.. CategoryIds().Where(id => _movedCategories[id]).Select(TotalOf)],
            [.. _taps.Reverse().Take(Math.Min(_newTaps, TapsInTick))]);
        Array.Clear(_movedCategories);
        _newTaps = 0;
        HasMoved = false;
        return changes;
    }

    private static IEnumerable<byte> CategoryIds() => ConsumptionCategories.All.Select(category => category.Id);

    private CategoryTotal TotalOf(byte id) => new(id, _categories[id].Taps, _categories[id].AmountMinor);

    private void AddToDay(LiveTap tap)
    {
        var turnover = tap.IsPurchase ? tap.AmountMinor : 0;
        Taps++;
        AmountMinor += turnover;
        if (!tap.IsPurchase)
        {
            Corrections++;
            CorrectedMinor += tap.AmountMinor;
        }

        ref var category = ref _categories[tap.CategoryId];
        category = (category.Taps + 1, category.AmountMinor + turnover);
        _movedCategories[tap.CategoryId] = true;
    }
}

/// <summary>What moved on a board between two ticks.</summary>
internal sealed record BoardChanges(
    IReadOnlyList<SecondPoint> Seconds,
    IReadOnlyList<MinutePoint> Minutes,
    IReadOnlyList<CategoryTotal> Categories,
    IReadOnlyList<LiveTap> NewTaps);
