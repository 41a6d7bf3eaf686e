using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Delivery;

namespace Portal.Server.Offers.Contracts;

/// <summary>
/// Takes offers that a message is to carry. Delivery implements it by adding rows to the caller's database context: the
/// rows are the outbox, written in the same transaction as the offer. Offers saves and commits.
/// </summary>
internal interface IDeliveryOutbox
{
    /// <summary>The channels of these that this deployment can send on and that can reach the subscriber now.</summary>
    IReadOnlyList<Channel> Reachable(Registration registration, IReadOnlyList<Channel> channels);

    /// <summary>Adds what is to be sent; neither saves nor sends.</summary>
    void Add(OutgoingOffer offer);

    /// <summary>Calls back what has not been sent of these offers; part of the caller's transaction.</summary>
    Task CancelAsync(IReadOnlyCollection<Guid> offerIds, CancellationToken cancellationToken);
}

/// <summary>An offer as a message is made of it.</summary>
/// <param name="Channels">Consented and reachable, in the promotion's order of preference; never empty.</param>
/// <param name="Language">BCP 47; the language of title and text.</param>
/// <param name="Token">Goes into the short link <c>/o/{token}</c>.</param>
/// <param name="Code">What is shown at the till.</param>
internal sealed record OutgoingOffer(
    Guid OfferId,
    int PromotionId,
    int? MerchantId,
    long SubscriberId,
    string? TimeZone,
    IReadOnlyList<Channel> Channels,
    string Language,
    string Title,
    string Text,
    string Token,
    string Code,
    DateTimeOffset MadeAt,
    DateTimeOffset ValidUntil);

/// <summary>What Delivery asks at the last moment.</summary>
internal interface IOffersForDelivery
{
    /// <summary>
    /// Which of these offers are still open and within their validity: only those are worth a message.
    /// </summary>
    Task<IReadOnlySet<Guid>> StillOpenAsync(
        IReadOnlyCollection<Guid> offerIds, CancellationToken cancellationToken);
}
