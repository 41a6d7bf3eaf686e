namespace Portal.Server.Subscribers.Domain;

/// <summary>A PaymentId held by a subscriber from one instant (inclusive) to another (exclusive) [0013].</summary>
internal sealed class Binding
{
    /// <summary>Stands for "from the beginning of time".</summary>
    public static readonly DateTimeOffset Beginning = DateTimeOffset.UnixEpoch;

    public long Id { get; init; }

    public required byte[] PaymentIdHash { get; init; }

    public required string PaymentIdLast4 { get; init; }

    public long SubscriberId { get; init; }

    public Subscriber? Subscriber { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset? ValidTo { get; set; }
}

/// <summary>Says that what a PaymentId's transactions mean has changed for a subscriber; projections follow these.</summary>
internal sealed class BindingChange
{
    public required long Position { get; init; }

    public required byte[] PaymentIdHash { get; init; }

    public long SubscriberId { get; init; }

    public Subscriber? Subscriber { get; init; }
}

/// <summary>The one row that orders binding changes: moved first, so that no two writers interleave.</summary>
internal sealed class BindingHead
{
    public const int OnlyId = 1;

    public int Id { get; init; }

    public long Position { get; set; }
}
