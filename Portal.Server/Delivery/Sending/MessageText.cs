using Microsoft.Extensions.Options;
using Portal.Server.Delivery.Domain;
using Portal.Server.Delivery.Text;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Platform;
using Portal.Shared.Inbox;

namespace Portal.Server.Delivery.Sending;

/// <summary>What a delivery says.</summary>
internal sealed class MessageText(
    IMerchantDirectory merchants, IOptions<DeliveryOptions> options, IOptions<PortalOptions> portal)
{
    private const string LocalAddress = "http://localhost:5080";

    public async Task<string> ComposeAsync(OutboundDelivery delivery, CancellationToken cancellationToken)
    {
        var merchant = delivery.MerchantId is { } id ? await merchants.FindAsync(id, cancellationToken) : null;
        return OfferMessage.Compose(
            delivery.Channel,
            delivery.Language,
            merchant?.Name ?? options.Value.OperatorName,
            delivery.Body,
            LinkOf(delivery) ?? "",
            options.Value.MaxSegments);
    }

    public string? LinkOf(OutboundDelivery delivery)
    {
        var address = portal.Value.PublicUrl is { Length: > 0 } configured ? configured : LocalAddress;
        return delivery.Token is null ? null : $"{address.TrimEnd('/')}{InboxPaths.OfferLink}{delivery.Token}";
    }
}
