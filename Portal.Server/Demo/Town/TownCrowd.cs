namespace Portal.Server.Demo.Town;

/// <summary>Makes the people, each from a stream of chance of their own.</summary>
internal sealed class TownCrowd(int seed, TownMap map)
{
    private const int StreamOfPeople = 2;
    private const double MedianArpuOfTown = 6800;

    // Where a change of habit can be seen: bought often, and not out of need.
    private static readonly TownTrade[] TrendTrades =
    [
        TownTrade.TeaCoffee, TownTrade.Groceries, TownTrade.Noodles, TownTrade.Convenience, TownTrade.Dining,
        TownTrade.Bakery, TownTrade.Fruit, TownTrade.Music, TownTrade.Cinema, TownTrade.Fashion, TownTrade.Gym,
    ];

    public TownPerson[] Settle(int count) => [.. Enumerable.Range(0, count).Select(MakePerson)];

    private TownPerson MakePerson(int index)
    {
        var dice = new TownDice(seed, StreamOfPeople, index);
        var isFirst = index == 0;
        var occupation = isFirst ? TownOccupationTable.Of("office") : TownOccupationTable.Draw(dice);
        var district = isFirst ? TownDistrictTable.Of('M') : TownRegistry.Home(dice, occupation);
        var subscriber = isFirst
            ? TownRegistry.First(district)
            : TownRegistry.Draw(dice, index, occupation, district);
        var home = TownDistrictTable.Near(dice, district, 0.6);
        var work = WorkPlace(dice, isFirst ? "R" : occupation.WorkDistricts);
        var commutes = work is not null && dice.Chance(isFirst ? 1 : occupation.TransitShare);
        var taste = new TownTaste(dice, occupation, subscriber);
        var trend = isFirst ? null : DrawTrend(dice, taste);
        var fondness = new TownFavourites(map, dice, home, work);
        var favourites = fondness.Choose();
        if (isFirst)
        {
            taste.Fix(TownTrade.TeaCoffee, 1.1);
            favourites[(int)TownTrade.TeaCoffee] = fondness.OfFirstMerchant();
        }

        return new()
        {
            Index = index,
            Subscriber = subscriber,
            Rhythm = occupation.Rhythm,
            Home = home,
            Work = work,
            Means = Math.Clamp(Math.Pow(subscriber.ArpuMinor / MedianArpuOfTown, 0.55), 0.45, 2.2),
            Commute = commutes ? new TownTransit(map).Commute(dice, home, work!.Value) : null,
            WorkRates = OpenOnly(taste.WorkRates),
            RestRates = OpenOnly(taste.RestRates),
            Favourites = favourites,
            Trend = trend,
            Lapse = isFirst ? null : DrawLapse(dice, taste, favourites),
        };
    }

    private static TownPoint? WorkPlace(TownDice dice, string districts) => districts.Length == 0
        ? null
        : TownDistrictTable.Near(dice, TownDistrictTable.Of(dice.Pick(districts)), 0.4);

    private TownTrend? DrawTrend(TownDice dice, TownTaste taste)
    {
        var roll = dice.Unit();
        double[] weights = [.. TrendTrades.Select(trade => Math.Sqrt(taste.WorkRates[(int)trade]) * Open(trade))];
        var chosen = dice.Weighted(weights);
        if (roll >= 0.2 || chosen < 0)
        {
            return null;
        }

        // Once a fortnight would leave a handful of visits, and no tendency that can be told from luck.
        var choice = TrendTrades[chosen];
        taste.Fix(choice, Math.Max(taste.WorkRates[(int)choice], dice.Between(0.22, 0.4)));
        return roll < 0.1 ? new(choice, 0.35, 1.9) : new(choice, 1.8, 0.2);
    }

    private TownLapse? DrawLapse(TownDice dice, TownTaste taste, TownSite[][] favourites)
    {
        if (!dice.Chance(0.05))
        {
            return null;
        }

        var trade = TrendTrades.Where(trade => map.SitesOf(trade).Length > 1)
            .OrderByDescending(trade => taste.WorkRates[(int)trade])
            .FirstOrDefault(TownTrade.Metro);
        var dearest = favourites[(int)trade];
        return dearest.Length == 0 ? null : new(dearest[0], dice.Between(0.5, 0.75));
    }

    private double Open(TownTrade trade) => map.SitesOf(trade).Length > 0 ? 1 : 0;

    private double[] OpenOnly(double[] rates) =>
        [.. rates.Select((rate, trade) => rate * Open((TownTrade)trade))];
}
