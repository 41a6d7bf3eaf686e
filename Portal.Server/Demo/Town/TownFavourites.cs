namespace Portal.Server.Demo.Town;

/// <summary>One to three outlets of each trade that a person is fond of, near home or work.</summary>
internal sealed class TownFavourites(TownMap map, TownDice dice, TownPoint home, TownPoint? work)
{
    public TownSite[][] Choose() => [.. Enum.GetValues<TownTrade>().Select(OfTrade)];

    /// <summary>The chain of the merchant's demo account, at work and at home.</summary>
    public TownSite[] OfFirstMerchant()
    {
        var own = map.SitesOf(map.Merchants[0].Trade)
            .Where(site => site.Outlet.MerchantCode == map.Merchants[0].Code)
            .ToList();
        return [.. own.OrderBy(site => site.Place.KilometresTo(work ?? home)).Take(1)
            .Union(own.OrderBy(site => site.Place.KilometresTo(home)).Take(1))];
    }

    private TownSite[] OfTrade(TownTrade trade)
    {
        // A stop is chosen by the trip, not by fondness.
        if (trade is TownTrade.Metro or TownTrade.Bus)
        {
            return [];
        }

        var open = map.SitesOf(trade).ToList();
        var wanted = Math.Min(dice.Between(1, 3), Math.Max(1, open.Count - 1));
        var chosen = new List<TownSite>(wanted);
        var reach = TownTradeTable.Of(trade).ReachKm;
        while (chosen.Count < wanted && open.Count > 0)
        {
            var anchor = work is { } place && chosen.Count % 2 == 1 ? place : home;
            double[] weights = [.. open.Select(site => Liking(site, anchor, reach))];
            var index = dice.Weighted(weights);
            chosen.Add(open[index]);
            open.RemoveAt(index);
        }

        return [.. chosen];
    }

    private static double Liking(TownSite site, TownPoint anchor, double reach) =>
        site.Pull * (0.01 + Math.Exp(-site.Place.KilometresTo(anchor) / reach));
}
