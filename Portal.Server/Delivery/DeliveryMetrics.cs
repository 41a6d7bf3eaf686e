using System.Diagnostics.Metrics;
using Portal.Server.Delivery.Domain;
using Portal.Server.Platform.Startup;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery;

/// <summary>What operations watches: how many ended how, and how long a message waits for its gateway.</summary>
internal sealed class DeliveryMetrics
{
    private readonly Counter<long> _ended;
    private readonly Counter<long> _attempts;
    private readonly Histogram<double> _wait;

    public DeliveryMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Observability.MeterName);
        _ended = meter.CreateCounter<long>("portal.deliveries.ended", "{delivery}", "Deliveries that came to an end.");
        _attempts = meter.CreateCounter<long>("portal.deliveries.attempts", "{attempt}", "Attempts, by their outcome.");
        _wait = meter.CreateHistogram<double>(
            "portal.deliveries.wait", "s", "From being queued to being handed to a gateway the first time.");
    }

    public void Ended(IEnumerable<OutboundDelivery> deliveries)
    {
        foreach (var delivery in deliveries.Where(delivery => !delivery.IsOpen))
        {
            Ended(delivery.Channel, delivery.State, 1);
        }
    }

    public void Ended(Channel channel, DeliveryState state, int count) => _ended.Add(
        count, new("channel", channel.ToString()), new KeyValuePair<string, object?>("state", state.ToString()));

    public void Attempted(OutboundDelivery delivery, AttemptOutcome outcome, DateTimeOffset handedAt)
    {
        _attempts.Add(
            1,
            new("channel", delivery.Channel.ToString()),
            new KeyValuePair<string, object?>("outcome", outcome.ToString()));
        if (delivery.Attempt == 1 && outcome != AttemptOutcome.NotHanded)
        {
            _wait.Record(
                (handedAt - delivery.CreatedAt).TotalSeconds,
                new KeyValuePair<string, object?>("channel", delivery.Channel.ToString()));
        }
    }
}
