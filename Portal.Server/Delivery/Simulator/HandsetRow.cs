using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Simulator;

/// <summary>What a simulated phone received, or what its owner wrote.</summary>
internal sealed class HandsetRow
{
    public long Id { get; init; }

    public required long SubscriberId { get; init; }

    public required bool IsReply { get; init; }

    public required Channel Channel { get; init; }

    public required string Sender { get; init; }

    public required string Text { get; init; }

    public required TextEncoding Encoding { get; init; }

    public required int Segments { get; init; }

    public required int Bytes { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? DeliveryId { get; init; }

    public int? Attempt { get; init; }

    /// <summary>How it ends, as the simulated network will report; null when it never will.</summary>
    public DeliveryState? Ending { get; init; }

    /// <summary>When the network has the next thing to report; null when everything is reported.</summary>
    public DateTimeOffset? ReportAt { get; set; }

    public bool AcceptedReported { get; set; }
}
