using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Domain;

/// <summary>What the network said of a delivery; kept as it came, also when it changed nothing.</summary>
internal sealed class DeliveryReceipt
{
    public const int KeyLength = 64;

    public long Id { get; init; }

    public required Guid DeliveryId { get; init; }

    public required int Attempt { get; init; }

    /// <summary>The gateway's own name of this receipt: the same one comes again when we were slow to answer.</summary>
    public required string Key { get; init; }

    public required DeliveryState State { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it moved the delivery on.</summary>
    public required bool Applied { get; init; }
}

/// <summary>The row that is locked while it is decided whether one more message may go to a subscriber.</summary>
internal sealed class ContactLock
{
    public required long SubscriberId { get; init; }

    public int Turns { get; set; }
}
