using Portal.Server.Delivery.Contracts;
using Portal.Server.Delivery.Domain;
using Portal.Server.Platform.Database;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Queueing;

internal sealed class ServiceMessages(PortalDbContext database, TimeProvider time) : IServiceMessages
{
    public void Add(long subscriberId, string text, TimeSpan validFor)
    {
        var now = time.GetUtcNow();
        database.Add(new OutboundDelivery
        {
            Id = Guid.CreateVersion7(now),
            SubscriberId = subscriberId,
            Channel = Channel.Sms,
            NextChannels = "",
            Priority = DeliveryPriority.Service,
            Body = text,
            Text = text,
            CreatedAt = now,
            DueAt = now,
            ValidUntil = now + validFor,
        });
    }
}
