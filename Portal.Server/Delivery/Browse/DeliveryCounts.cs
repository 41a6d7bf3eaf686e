using Microsoft.EntityFrameworkCore;
using Portal.Server.Delivery.Contracts;
using Portal.Server.Delivery.Domain;
using Portal.Server.Platform.Database;

namespace Portal.Server.Delivery.Browse;

internal sealed class DeliveryCounts(PortalDbContext database) : IDeliveryCounts
{
    public async Task<IReadOnlyList<DeliveryCount>> CountAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var rows = await database.Set<OutboundDelivery>().AsNoTracking()
            .Where(row => row.OfferId != null && row.CreatedAt >= from && row.CreatedAt < to)
            .GroupBy(row => new { row.MerchantId, row.Channel, row.State })
            .Select(group => new { group.Key.MerchantId, group.Key.Channel, group.Key.State, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new DeliveryCount(row.MerchantId, row.Channel, row.State, row.Count));
    }
}
