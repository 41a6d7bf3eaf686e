using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Delivery.Domain;
using Portal.Server.Delivery.Gateways;
using Portal.Server.Offers.Contracts;
using Portal.Server.Platform.Database;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Queueing;

internal sealed class DeliveryOutbox(
    PortalDbContext database, ChannelGateways gateways, TimeProvider time, IOptions<DeliveryOptions> options)
    : IDeliveryOutbox
{
    public IReadOnlyList<Channel> Reachable(Registration registration, IReadOnlyList<Channel> channels) =>
        [.. channels.Where(channel => registration.Consents(channel) && gateways.Carries(channel))];

    public void Add(OutgoingOffer offer)
    {
        var latest = offer.MadeAt + options.Value.Validity;
        database.Add(new OutboundDelivery
        {
            Id = Guid.CreateVersion7(offer.MadeAt),
            OfferId = offer.OfferId,
            PromotionId = offer.PromotionId,
            MerchantId = offer.MerchantId,
            SubscriberId = offer.SubscriberId,
            Channel = offer.Channels[0],
            NextChannels = OutboundDelivery.Digits(offer.Channels.Skip(1)),
            Priority = DeliveryPriority.Offer,
            Language = offer.Language,
            Body = TitleAndText(offer),
            Token = offer.Token,
            CreatedAt = offer.MadeAt,
            DueAt = offer.MadeAt,
            ValidUntil = offer.ValidUntil < latest ? offer.ValidUntil : latest,
        });
    }

    /// <summary>
    /// A message that is being handed over at this moment cannot be called back; the last check before handing over
    /// sees that its offer is closed.
    /// </summary>
    public async Task CancelAsync(IReadOnlyCollection<Guid> offerIds, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await database.Set<OutboundDelivery>()
            .Where(row => row.OfferId != null && offerIds.Contains(row.OfferId.Value))
            .CancelWaitingAsync(DeliveryReasons.OfferClosed, now, cancellationToken);
    }

    private static string TitleAndText(OutgoingOffer offer)
    {
        var body = offer.Text.StartsWith(offer.Title, StringComparison.Ordinal)
            ? offer.Text
            : $"{offer.Title} {offer.Text}";
        return body.Length <= OutboundDelivery.TextLength ? body : body[..OutboundDelivery.TextLength];
    }
}

/// <summary>Who goes first; see <see cref="OutboundDelivery.Priority"/>.</summary>
internal static class DeliveryPriority
{
    public const byte Service = 0;
    public const byte Offer = 1;
}
