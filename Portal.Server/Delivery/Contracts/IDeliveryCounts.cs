using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Contracts;

/// <summary>Counts for dashboards.</summary>
internal interface IDeliveryCounts
{
    /// <summary>Deliveries of offers queued from an instant (inclusive) to another (exclusive).</summary>
    Task<IReadOnlyList<DeliveryCount>> CountAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}

/// <param name="MerchantId">Whose offers; null for the operator's own.</param>
internal sealed record DeliveryCount(int? MerchantId, Channel Channel, DeliveryState State, int Count);
