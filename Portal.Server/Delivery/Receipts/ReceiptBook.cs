using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Delivery.Domain;
using Portal.Server.Delivery.Sending;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Receipts;

/// <summary>What a network reports of a message it was handed.</summary>
/// <param name="Key">The gateway's own name of this report, to know it when it comes again.</param>
/// <param name="State">Accepted, Buffered, Delivered, Failed or Expired.</param>
internal sealed record Receipt(Guid DeliveryId, int Attempt, string Key, DeliveryState State);

/// <summary>
/// Takes receipts in any order, any number of times, and before our own submit is written down: the delivery only moves
/// up Submitted &lt; Accepted &lt; Buffered &lt; {Delivered, Failed, Expired}, and the first end wins.
/// </summary>
internal sealed class ReceiptBook(
    PortalDbContext database, OperatorClock clock, IOptions<DeliveryOptions> options, DeliveryMetrics metrics)
{
    /// <summary>False when there is no such delivery; the gateway need not report it again.</summary>
    public async Task<bool> TakeAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        var known = false;
        await database.WriteWithRetryAsync(async () =>
        {
            var delivery = await database.Set<OutboundDelivery>()
                .SingleOrDefaultAsync(row => row.Id == receipt.DeliveryId, cancellationToken);
            known = delivery is not null;
            if (delivery is null || await IsRepeatedAsync(receipt, cancellationToken))
            {
                return [];
            }

            var applied = Apply(delivery, receipt);
            database.Add(new DeliveryReceipt
            {
                DeliveryId = receipt.DeliveryId,
                Attempt = receipt.Attempt,
                Key = receipt.Key,
                State = receipt.State,
                At = clock.Now,
                Applied = applied,
            });
            await database.SaveChangesAsync(cancellationToken);
            return applied ? [delivery] : Array.Empty<OutboundDelivery>();
        }, metrics.Ended, cancellationToken);
        return known;
    }

    private Task<bool> IsRepeatedAsync(Receipt receipt, CancellationToken cancellationToken) =>
        database.Set<DeliveryReceipt>().AnyAsync(
            row => row.DeliveryId == receipt.DeliveryId && row.Key == receipt.Key, cancellationToken);

    private bool Apply(OutboundDelivery delivery, Receipt receipt)
    {
        if (receipt.Attempt < 1 || receipt.Attempt > delivery.Attempt)
        {
            return false;
        }

        if (receipt.State == DeliveryState.Delivered)
        {
            // Whichever attempt it was: it is on the phone.
            return delivery.End(DeliveryState.Delivered, null, clock.Now);
        }

        // What became of an attempt that was given up for lost says nothing of the present one.
        return receipt.Attempt == delivery.Attempt && receipt.State switch
        {
            DeliveryState.Accepted or DeliveryState.Buffered =>
                delivery.Advance(receipt.State, delivery.ReceiptBy(options.Value)),
            DeliveryState.Failed or DeliveryState.Expired => Fail(delivery, receipt.State),
            _ => false,
        };
    }

    private bool Fail(OutboundDelivery delivery, DeliveryState state)
    {
        if (!delivery.End(state, DeliveryReasons.NotDelivered, clock.Now))
        {
            return false;
        }

        database.FallBack(delivery, clock.Now);
        return true;
    }
}
