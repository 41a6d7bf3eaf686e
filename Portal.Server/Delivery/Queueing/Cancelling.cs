using Microsoft.EntityFrameworkCore;
using Portal.Server.Delivery.Domain;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Queueing;

internal static class Cancelling
{
    /// <summary>
    /// Calls back what still waits, by one conditional update: a worker that takes one of them up at the same moment
    /// either was first, or finds it gone. Part of the caller's transaction.
    /// </summary>
    public static Task<int> CancelWaitingAsync(
        this IQueryable<OutboundDelivery> deliveries,
        string reason,
        DateTimeOffset now,
        CancellationToken cancellationToken) =>
        deliveries
            .Where(row => row.State == DeliveryState.Pending || row.State == DeliveryState.Held)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.State, DeliveryState.Cancelled)
                    .SetProperty(row => row.Reason, reason)
                    .SetProperty(row => row.EndedAt, now)
                    .SetProperty(row => row.Version, row => row.Version + 1),
                cancellationToken);
}
