namespace Portal.Server.Demo.Town;

/// <summary>A purchase before its terminal has numbered it.</summary>
internal readonly record struct TownVisit(
    TownPerson Person, TownSite Site, int Terminal, string PaymentId, long AmountMinor, TownReturn? Return);

/// <summary>Where a person goes for a thing, and what it comes to; history and live town share it.</summary>
internal sealed class TownVisits(TownMap map)
{
    private const double FavouriteShare = 0.7;
    private const double SecondPaymentIdShare = 0.25;
    private const int MostSites = 32;

    private static readonly double[] RankWeights = [1.0, 0.6, 0.35];

    private readonly TownTransit transit = new(map);

    public TownVisit? Draw(
        TownDice dice, TownPerson person, TownTrade trade, int secondOfDay, bool restDay, double progress)
    {
        if (trade is TownTrade.Metro or TownTrade.Bus)
        {
            return Ride(dice, person, trade, secondOfDay, restDay);
        }

        var anchor = person.AnchorAt(secondOfDay, restDay);
        var site = ChooseSite(dice, person, trade, anchor, progress);
        if (site is null)
        {
            return null;
        }

        var facts = TownTradeTable.Of(trade);
        return At(dice, person, site, TownPrices.Draw(dice, facts, person.Means, site.PriceLevel));
    }

    public static TownVisit Commute(TownDice dice, TownPerson person, TownCommute commute, int secondOfDay) =>
        At(dice, person, TownTransit.ChargedAt(commute, secondOfDay), commute.FareMinor);

    private TownVisit Ride(TownDice dice, TownPerson person, TownTrade line, int secondOfDay, bool restDay)
    {
        if (!restDay && person.Commute is { } commute && commute.Line == line)
        {
            return Commute(dice, person, commute, secondOfDay);
        }

        var (stop, fare) = transit.Trip(dice, person, line);
        return At(dice, person, stop, fare);
    }

    private static TownVisit At(TownDice dice, TownPerson person, TownSite site, long amountMinor)
    {
        var terminal = site.Terminals.Count == 1 ? site.Terminals[0] : dice.Pick(site.Terminals);
        var ids = person.Subscriber.PaymentIds;
        var paymentId = ids.Count > 1 && dice.Chance(SecondPaymentIdShare) ? ids[1] : ids[0];
        return new(person, site, terminal, paymentId, amountMinor, TownReturn.Draw(dice, site.Trade));
    }

    private TownSite? ChooseSite(
        TownDice dice, TownPerson person, TownTrade trade, TownPoint anchor, double progress)
    {
        var sites = map.SitesOf(trade);
        var favourites = person.Favourites[(int)trade];
        Span<double> weights = stackalloc double[MostSites];
        if (sites.Length <= favourites.Length || dice.Chance(FavouriteShare))
        {
            for (var rank = 0; rank < favourites.Length; rank++)
            {
                var near = 0.04 + Math.Exp(-favourites[rank].Place.KilometresTo(anchor) / 1.2);
                weights[rank] = person.Avoids(favourites[rank], progress) ? 0 : RankWeights[rank] * near;
            }

            var chosen = dice.Weighted(weights[..favourites.Length]);
            if (chosen >= 0)
            {
                return favourites[chosen];
            }
        }

        var reach = TownTradeTable.Of(trade).ReachKm;
        for (var index = 0; index < sites.Length; index++)
        {
            var near = 0.012 + Math.Exp(-sites[index].Place.KilometresTo(anchor) / reach);
            weights[index] = Array.IndexOf(favourites, sites[index]) >= 0 ? 0 : sites[index].Pull * near;
        }

        var other = dice.Weighted(weights[..sites.Length]);
        return other < 0 ? null : sites[other];
    }
}
