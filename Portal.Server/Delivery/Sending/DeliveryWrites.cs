using Microsoft.EntityFrameworkCore;
using Portal.Server.Delivery.Domain;
using Portal.Server.Platform.Database;

namespace Portal.Server.Delivery.Sending;

internal static class DeliveryWrites
{
    /// <summary>
    /// A receipt, an outcome and a STOP may meet on one delivery; more than three at once do not happen.
    /// </summary>
    private const int MaxTries = 5;

    /// <summary>Reads and writes in one transaction; begins again when another writer was faster on a row.</summary>
    public static async Task WriteWithRetryAsync<T>(
        this PortalDbContext database, Func<Task<T>> write, Action<T> committed, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            database.ChangeTracker.Clear();
            try
            {
                await using var transaction = await database.BeginWriteAsync(WritePriority.Derived, cancellationToken);
                var written = await write();
                await transaction.CommitAsync(cancellationToken);
                committed(written);
                return;
            }
            catch (DbUpdateException) when (tries < MaxTries)
            {
                // Read again what the other one wrote. (A concurrency conflict is one of these too.)
            }
        }
    }

    public static DateTimeOffset ReceiptBy(this OutboundDelivery delivery, DeliveryOptions options) =>
        delivery.ValidUntil + options.ReceiptGrace;
}
