using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Delivery.Domain;
using Portal.Server.Delivery.Gateways;
using Portal.Server.Delivery.Text;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Privacy;
using Portal.Server.Platform.Time;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Sending;

/// <summary>What became of handing one attempt over, before it is written down.</summary>
/// <param name="Verdict">For what was not handed over: why; "send" when the worker was merely stopped.</param>
internal sealed record HandedOver(
    Guid DeliveryId, int Attempt, SubmitResult Result, Verdict Verdict, DateTimeOffset At);

/// <summary>
/// Hands one attempt to its gateway, after asking everything again: STOP may have come, the night may have begun, or
/// this worker may have slept through its lease while another began the next attempt.
/// </summary>
internal sealed partial class HandOver(
    PortalDbContext database,
    SendingPolicy policy,
    ISubscriberDirectory subscribers,
    ChannelGateways gateways,
    MessageText texts,
    OperatorClock clock,
    TimeProvider time,
    IOptions<DeliveryOptions> options,
    ILogger<HandOver> logger)
{
    private static readonly SubmitResult _notHanded = new(AttemptOutcome.NotHanded);

    public async Task<HandedOver> HandAsync(OutboundDelivery delivery, CancellationToken stopping)
    {
        HandedOver Outcome(SubmitResult result, Verdict verdict) =>
            new(delivery.Id, delivery.Attempt, result, verdict, clock.Now);

        var go = new Verdict(VerdictKind.Send);
        if (stopping.IsCancellationRequested || !await IsStillMineAsync(delivery, CancellationToken.None))
        {
            return Outcome(_notHanded, go);
        }

        var verdict = (await policy.CheckAsync([delivery], CancellationToken.None))[delivery.Id];
        if (verdict.Kind != VerdictKind.Send)
        {
            return Outcome(_notHanded, verdict);
        }

        var to = await subscribers.FindMsisdnAsync(delivery.SubscriberId, CancellationToken.None);
        if (to is null || gateways.For(delivery.Channel) is not { } gateway)
        {
            return Outcome(
                _notHanded, new Verdict(VerdictKind.Refuse, DeliveryReasons.Unreachable, TryNextChannel: true));
        }

        return Outcome(await SubmitAsync(gateway, ToOutgoing(delivery, to.Value)), go);
    }

    /// <summary>The lease is not over, and the delivery still stands where this worker left it.</summary>
    private async Task<bool> IsStillMineAsync(OutboundDelivery delivery, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return await database.Set<OutboundDelivery>().AnyAsync(
            row => row.Id == delivery.Id
                && row.State == DeliveryState.Submitting
                && row.Attempt == delivery.Attempt
                && row.LeaseOwner == delivery.LeaseOwner
                && row.DueAt > now,
            cancellationToken);
    }

    /// <summary>Not tied to the worker's stopping: breaking off half-way would leave another outcome unknown.</summary>
    private async Task<SubmitResult> SubmitAsync(IChannelGateway gateway, Outgoing outgoing)
    {
        using var patience = new CancellationTokenSource(options.Value.SubmitTimeout, time);
        try
        {
            return await gateway.SubmitAsync(outgoing, patience.Token).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return SubmitResult.Unknown("no answer in time");
        }
        catch (Exception exception)
        {
            Failed(exception, outgoing.DeliveryId, outgoing.Attempt);
            return SubmitResult.Unknown(exception.GetType().Name);
        }
    }

    private Outgoing ToOutgoing(OutboundDelivery delivery, Msisdn to) => new(
        delivery.Id,
        delivery.Attempt,
        delivery.Channel,
        delivery.SubscriberId,
        to,
        options.Value.Sender,
        SmsText.Of(delivery.Text!),
        texts.LinkOf(delivery),
        delivery.ValidUntil);

    [LoggerMessage(Level = LogLevel.Error, Message = "Gateway failed on delivery {DeliveryId}, attempt {Attempt}")]
    private partial void Failed(Exception exception, Guid deliveryId, int attempt);
}
