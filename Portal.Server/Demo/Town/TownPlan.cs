namespace Portal.Server.Demo.Town;

/// <summary>A whole invented town, fixed by its seed. Immutable, so it may be shared between threads.</summary>
internal sealed class TownPlan
{
    public const int DefaultSeed = 20261123;

    private TownPlan(int seed, int subscribers, int merchants)
    {
        Seed = seed;
        Map = new TownMap(seed, merchants);
        People = new TownCrowd(seed, Map).Settle(subscribers);
        Outlets = [.. Map.Sites.Select(site => site.Outlet)];
        Subscribers = [.. People.Select(person => person.Subscriber)];
    }

    public int Seed { get; }

    public IReadOnlyList<TownDistrict> Districts { get; } = TownDistrictTable.All;

    public IReadOnlyList<TownMerchant> Merchants => Map.Merchants;

    public IReadOnlyList<TownOutlet> Outlets { get; }

    public IReadOnlyList<TownTerminal> Terminals => Map.Terminals;

    public IReadOnlyList<TownSubscriber> Subscribers { get; }

    /// <summary>The lives behind the subscribers, with what was planted in them: trends, lapses, favourites.</summary>
    public IReadOnlyList<TownPerson> People { get; }

    public TownMap Map { get; }

    /// <param name="seed">The same seed gives the same town.</param>
    /// <param name="subscribers">How many people live here.</param>
    /// <param name="merchants">The first so many of the sixty; fewer bring fewer outlets and terminals.</param>
    public static TownPlan Create(int seed = DefaultSeed, int subscribers = 2000, int merchants = 60)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(subscribers, 1);
        return new(seed, subscribers, merchants);
    }

    /// <summary>Taps with from &lt;= time &lt; to, in order of time. Each enumeration yields the same ones.</summary>
    public IEnumerable<TownTap> History(DateTimeOffset from, DateTimeOffset to)
    {
        // Made anew for each enumeration, because it carries the terminals' counters.
        foreach (var tap in new TownHistory(this, from, to).Taps())
        {
            yield return tap;
        }
    }
}
