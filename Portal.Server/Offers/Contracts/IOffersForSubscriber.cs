using Portal.Shared.Offers;

namespace Portal.Server.Offers.Contracts;

/// <summary>A subscriber's offers, for the inbox. Every call names the subscriber: nobody sees another's.</summary>
internal interface IOffersForSubscriber
{
    /// <summary>Open offers first, then past ones, newest first.</summary>
    Task<IReadOnlyList<InboxOffer>> ListAsync(long subscriberId, int limit, CancellationToken cancellationToken);

    /// <summary>One of the subscriber's own offers.</summary>
    Task<InboxOffer?> FindAsync(long subscriberId, Guid offerId, CancellationToken cancellationToken);

    /// <summary>Whoever knows the token of a short link may see that one offer.</summary>
    Task<InboxOffer?> FindByTokenAsync(string token, CancellationToken cancellationToken);

    /// <summary>
    /// The subscriber does not want it; its budget is free again. False when it is not open or not theirs.
    /// </summary>
    Task<bool> DismissAsync(long subscriberId, Guid offerId, CancellationToken cancellationToken);

    /// <summary>Keeps when each of these was first seen.</summary>
    Task MarkViewedAsync(
        long subscriberId, IReadOnlyCollection<Guid> offerIds, CancellationToken cancellationToken);
}

/// <summary>An offer as its subscriber sees it, in the language in which it was made.</summary>
/// <param name="State">An open offer whose time is over already reads as expired.</param>
/// <param name="MerchantId">Null for the operator's own.</param>
/// <param name="Why">"Why do I see this": sentences in the offer's language.</param>
internal sealed record InboxOffer(
    Guid Id,
    long SubscriberId,
    int PromotionId,
    int? MerchantId,
    string? MerchantName,
    string Token,
    string Code,
    string Language,
    string Title,
    string Text,
    Benefit Benefit,
    long MinAmountMinor,
    OfferState State,
    DateTimeOffset MadeAt,
    DateTimeOffset ValidUntil,
    DateTimeOffset? ViewedAt,
    DateTimeOffset? EndedAt,
    IReadOnlyList<string> Why);
