using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Delivery.Domain;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Sending;

/// <summary>
/// Writes down what the gateways said. A receipt may have been here first; then only the attempt is closed.
/// </summary>
internal sealed class OutcomeBook(
    PortalDbContext database, OperatorClock clock, IOptions<DeliveryOptions> options, DeliveryMetrics metrics)
{
    private readonly DeliveryOptions _options = options.Value;

    public Task RecordAsync(IReadOnlyList<HandedOver> outcomes, CancellationToken cancellationToken) =>
        database.WriteWithRetryAsync(async () =>
        {
            var ids = outcomes.Select(outcome => outcome.DeliveryId).ToArray();
            var deliveries = await database.Set<OutboundDelivery>().Where(row => ids.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, cancellationToken);
            var attempts = (await database.Set<DeliveryAttempt>()
                .Where(row => ids.Contains(row.DeliveryId) && row.Outcome == null).ToListAsync(cancellationToken))
                .ToDictionary(row => (row.DeliveryId, row.Number));
            foreach (var outcome in outcomes)
            {
                if (attempts.TryGetValue((outcome.DeliveryId, outcome.Attempt), out var attempt))
                {
                    (attempt.Outcome, attempt.Detail, attempt.EndedAt) =
                        (outcome.Result.Outcome, Cut(outcome.Result.Detail), outcome.At);
                }

                Apply(deliveries[outcome.DeliveryId], outcome);
            }

            await database.SaveChangesAsync(cancellationToken);
            return deliveries.Values;
        }, written => Count(outcomes, written), cancellationToken);

    private void Apply(OutboundDelivery delivery, HandedOver outcome)
    {
        if (delivery.State != DeliveryState.Submitting || delivery.Attempt != outcome.Attempt)
        {
            return;
        }

        switch (outcome.Result.Outcome)
        {
            case AttemptOutcome.Accepted or AttemptOutcome.Queued:
                delivery.Advance(DeliveryState.Submitted, delivery.ReceiptBy(_options));
                break;
            case AttemptOutcome.Rejected:
                Fail(delivery, DeliveryReasons.Rejected);
                break;
            case AttemptOutcome.Unknown:
                delivery.AwaitSettling(clock.Now + _options.UnknownWait);
                break;
            case AttemptOutcome.Retry when delivery.Attempt >= _options.MaxAttempts:
                Fail(delivery, DeliveryReasons.TooManyAttempts);
                break;
            case AttemptOutcome.Retry:
                delivery.TryAgain(clock.Now + PauseAfter(delivery, outcome.Result.After));
                break;
            case AttemptOutcome.NotHanded when outcome.Verdict.Kind == VerdictKind.Send:
                delivery.TryAgain(clock.Now);
                break;
            case AttemptOutcome.NotHanded:
                database.Obey(delivery, outcome.Verdict, clock.Now);
                break;
        }
    }

    private void Fail(OutboundDelivery delivery, string reason)
    {
        if (delivery.End(DeliveryState.Failed, reason, clock.Now))
        {
            database.FallBack(delivery, clock.Now);
        }
    }

    private TimeSpan PauseAfter(OutboundDelivery delivery, TimeSpan? atLeast) => RetryPauses.After(
        delivery.Attempt, _options.RetryPause, _options.MaxRetryPause, atLeast, Random.Shared.NextDouble());

    private void Count(IReadOnlyList<HandedOver> outcomes, IReadOnlyCollection<OutboundDelivery> written)
    {
        metrics.Ended(written);
        var byId = written.ToDictionary(delivery => delivery.Id);
        foreach (var outcome in outcomes)
        {
            metrics.Attempted(byId[outcome.DeliveryId], outcome.Result.Outcome, outcome.At);
        }
    }

    private static string? Cut(string? detail) => detail is { Length: > 200 } ? detail[..200] : detail;
}
