using Microsoft.EntityFrameworkCore;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Offers.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Redeeming;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Reading;

/// <summary>A subscriber's offers for the inbox.</summary>
internal sealed class SubscriberOffers(
    PortalDbContext database, IMerchantDirectory merchants, OfferEndings endings, OperatorClock clock)
    : IOffersForSubscriber
{
    private IQueryable<Offer> Offers => database.Set<Offer>().AsNoTracking();

    public async Task<IReadOnlyList<InboxOffer>> ListAsync(
        long subscriberId, int limit, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var rows = await Offers
            .Where(offer => offer.SubscriberId == subscriberId)
            .OrderBy(offer => offer.State == OfferState.Open && offer.ValidUntil >= now ? 0 : 1)
            .ThenByDescending(offer => offer.Number)
            .Take(limit)
            .ToListAsync(cancellationToken);
        return await ToInboxAsync(rows, cancellationToken);
    }

    public async Task<InboxOffer?> FindAsync(long subscriberId, Guid offerId, CancellationToken cancellationToken)
    {
        var rows = await Offers
            .Where(offer => offer.Id == offerId && offer.SubscriberId == subscriberId).ToListAsync(cancellationToken);
        return (await ToInboxAsync(rows, cancellationToken)).SingleOrDefault();
    }

    public async Task<InboxOffer?> FindByTokenAsync(string token, CancellationToken cancellationToken)
    {
        if (!OfferToken.IsOne(token))
        {
            return null;
        }

        var rows = await Offers.Where(offer => offer.Token == token).ToListAsync(cancellationToken);
        // A database that compares without case must not open the link with another token.
        var exact = rows.Where(offer => string.Equals(offer.Token, token, StringComparison.Ordinal)).ToList();
        return (await ToInboxAsync(exact, cancellationToken)).SingleOrDefault();
    }

    public async Task<bool> DismissAsync(long subscriberId, Guid offerId, CancellationToken cancellationToken)
    {
        var offer = await database.Set<Offer>().SingleOrDefaultAsync(
            row => row.Id == offerId && row.SubscriberId == subscriberId, cancellationToken);
        return offer?.State == OfferState.Open && await endings.TryEndAsync(
            [offer], OfferState.Dismissed, clock.Now, WritePriority.Command, cancellationToken);
    }

    public async Task MarkViewedAsync(
        long subscriberId, IReadOnlyCollection<Guid> offerIds, CancellationToken cancellationToken)
    {
        var unseen = database.Set<Offer>().Where(offer =>
            offer.SubscriberId == subscriberId && offerIds.Contains(offer.Id) && offer.ViewedAt == null);
        if (!await unseen.AnyAsync(cancellationToken))
        {
            return;
        }

        DateTimeOffset? now = clock.Now;
        await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
        await unseen.ExecuteUpdateAsync(row => row.SetProperty(offer => offer.ViewedAt, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<InboxOffer>> ToInboxAsync(
        List<Offer> offers, CancellationToken cancellationToken)
    {
        var names = offers.Exists(offer => offer.MerchantId is not null)
            ? await merchants.MerchantsAsync(cancellationToken)
            : new Dictionary<int, MerchantRecord>();
        return offers.ConvertAll(offer => new InboxOffer(
            offer.Id,
            offer.SubscriberId,
            offer.PromotionId,
            offer.MerchantId,
            offer.MerchantId is { } id ? names.GetValueOrDefault(id)?.Name : null,
            offer.Token,
            offer.Code,
            offer.Language,
            offer.Title,
            offer.Text,
            new Benefit(offer.BenefitKind, offer.BenefitValue),
            offer.MinAmountMinor,
            offer.StateAt(clock.Now),
            offer.MadeAt,
            offer.ValidUntil,
            offer.ViewedAt,
            offer.EndedAt,
            WhyOf(offer)));
    }

    private static IReadOnlyList<string> WhyOf(Offer offer)
    {
        var why = OffersJson.Read<StoredReasons>(offer.Reasons).Why;
        var isChinese = offer.Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
        return why.GetValueOrDefault(isChinese ? "zh-CN" : "en") ?? [];
    }
}
