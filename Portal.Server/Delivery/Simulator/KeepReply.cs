using Portal.Server.Delivery.Text;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Simulator;

/// <summary>Keeps what was written on a simulated handset, so that it shows in the conversation.</summary>
internal sealed class KeepReply(PortalDbContext database, OperatorClock clock)
{
    private const string Self = "me";

    public async Task KeepAsync(long subscriberId, string text, CancellationToken cancellationToken)
    {
        var sms = SmsText.Of(text);
        database.Add(new HandsetRow
        {
            SubscriberId = subscriberId,
            IsReply = true,
            Channel = Channel.Sms,
            Sender = Self,
            Text = text,
            Encoding = sms.Encoding,
            Segments = sms.Segments,
            Bytes = sms.Bytes,
            At = clock.Now,
        });
        await database.SaveChangesAsync(cancellationToken);
    }
}
