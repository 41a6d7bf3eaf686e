using Portal.Server.Demo.Town;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Offers.Contracts;
using Portal.Server.Platform.Privacy;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Offers;

namespace Portal.Server.Demo.Living;

/// <summary>
/// Who looks at the phone after paying and comes back for an offer, and when. The first subscriber, whose handset the
/// visitor of a demo looks at, pays here and there from the first seconds on.
/// </summary>
internal sealed class ReturnVisits
{
    /// <summary>One payer in five looks at the phone; most of them find an offer only if their last tap brought one.</summary>
    private const double LookingShare = 0.2;

    private const int SoonestSeconds = 20;
    private const int LatestSeconds = 150;
    private const int OffersLookedAt = 10;
    private const int FirstPersonEverySeconds = 180;

    /// <summary>The shops that the first subscriber visits at once: those whose promotions suit that person.</summary>
    private static readonly (int Second, TownTrade Trade)[] _firstErrands =
    [
        (2, TownTrade.TeaCoffee), (8, TownTrade.Music), (15, TownTrade.Groceries), (25, TownTrade.Metro), (40, TownTrade.Dining),
    ];

    private readonly TownPlan _plan;
    private readonly TownDice _dice;
    private readonly Dictionary<string, TownPerson> _byPaymentId;
    private readonly PriorityQueue<(TownPerson Person, TownTrade? Errand), DateTimeOffset> _due = new();

    public ReturnVisits(TownPlan plan, TownDice dice, DateTimeOffset now)
    {
        (_plan, _dice) = (plan, dice);
        _byPaymentId = plan.People
            .SelectMany(person => person.Subscriber.PaymentIds.Select(id => (id, person)))
            .ToDictionary(pair => pair.id, pair => pair.person);
        foreach (var (second, trade) in _firstErrands)
        {
            _due.Enqueue((plan.People[0], trade), now.AddSeconds(second));
        }
    }

    /// <summary>Somebody has paid, and perhaps looks at the phone soon.</summary>
    public void Remember(TownTap tap, DateTimeOffset now)
    {
        if (tap.Kind == TownTapKind.Purchase && _dice.Chance(LookingShare)
            && _byPaymentId.TryGetValue(tap.PaymentId, out var person))
        {
            _due.Enqueue((person, null), now.AddSeconds(_dice.Between(SoonestSeconds, LatestSeconds)));
        }
    }

    /// <summary>The tap of somebody who comes back now; null when nobody does.</summary>
    public async Task<TownTap?> DueAsync(
        IServiceProvider services, TownLife life, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!_due.TryPeek(out var visitor, out var at) || at > now)
        {
            return null;
        }

        _due.Dequeue();
        if (visitor.Errand is { } errand)
        {
            ScheduleNextErrand(now);
            return _plan.Map.SitesOf(errand) is { Length: > 0 } sites
                ? life.Visit(visitor.Person, Usual(visitor.Person, errand) ?? sites[0], 0, now)
                : null;
        }

        return await OpenOfferAsync(services, visitor.Person, now, cancellationToken) is { } offer
            && await ShopOfAsync(services, offer, cancellationToken) is { } shop
            ? life.Visit(visitor.Person, shop, offer.MinAmountMinor, now)
            : null;
    }

    private static TownSite? Usual(TownPerson person, TownTrade trade) =>
        person.Favourites[(int)trade] is { Length: > 0 } favourites ? favourites[0] : null;

    /// <summary>When the first errands are run, others follow, for as long as the demo runs.</summary>
    private void ScheduleNextErrand(DateTimeOffset now)
    {
        if (!_due.UnorderedItems.Any(item => item.Element.Errand is not null))
        {
            var (_, trade) = _dice.Pick(_firstErrands);
            _due.Enqueue((_plan.People[0], trade), now.AddSeconds(FirstPersonEverySeconds));
        }
    }

    private static async Task<InboxOffer?> OpenOfferAsync(
        IServiceProvider services, TownPerson person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var directory = services.GetRequiredService<ISubscriberDirectory>();
        var id = await directory.FindIdAsync(Msisdn.Parse(person.Subscriber.Msisdn), cancellationToken);
        if (id is null)
        {
            return null;
        }

        var offers = services.GetRequiredService<IOffersForSubscriber>();
        var list = await offers.ListAsync(id.Value, OffersLookedAt, cancellationToken);
        return list.FirstOrDefault(offer => offer.State == OfferState.Open && offer.ValidUntil > now);
    }

    /// <summary>A shop of the offer's merchant; for the operator's own offers its shop in town.</summary>
    private async Task<TownSite?> ShopOfAsync(
        IServiceProvider services, InboxOffer offer, CancellationToken cancellationToken)
    {
        var merchant = offer.MerchantId is { } id
            ? await services.GetRequiredService<IMerchantDirectory>().FindAsync(id, cancellationToken)
            : null;
        var sites = merchant is null
            ? _plan.Map.SitesOf(TownTrade.TopUp)
            : [.. _plan.Map.Sites.Where(site => site.Outlet.MerchantCode == merchant.Code)];
        return sites.Length > 0 ? _dice.Pick(sites) : null;
    }
}
