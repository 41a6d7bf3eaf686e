using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Delivery.Domain;
using Portal.Server.Delivery.Queueing;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Sending;

/// <summary>
/// Takes what is due, decides, and writes down the attempts that are about to be made: one short database transaction.
/// Workers compete by a conditional update; who is second finds nothing left.
/// </summary>
internal sealed class DeliveryClaims(
    PortalDbContext database,
    SendingPolicy policy,
    MessageText texts,
    OperatorClock clock,
    IOptions<DeliveryOptions> options,
    DeliveryMetrics metrics)
{
    /// <summary>What was taken; the deliveries to hand over now are those with an attempt begun.</summary>
    internal sealed record Claim(int Taken, IReadOnlyList<OutboundDelivery> ToHandOver);

    public async Task<Claim> TakeDueAsync(CancellationToken cancellationToken)
    {
        if (await DueAsync(cancellationToken) is not { Count: > 0 } due)
        {
            return new Claim(0, []);
        }

        await using var transaction = await database.BeginWriteAsync(WritePriority.Derived, cancellationToken);
        var mine = await LeaseAsync(due, cancellationToken);
        if (mine.Count == 0)
        {
            return new Claim(0, []);
        }

        var waiting = mine.Where(delivery => delivery.IsWaiting).ToList();
        foreach (var delivery in mine.Except(waiting))
        {
            Settle(delivery);
        }

        var toHandOver = await DecideAsync(waiting, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        metrics.Ended(mine);
        return new Claim(mine.Count, toHandOver);
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        var due = new List<Guid>();
        foreach (var priority in (byte[])[DeliveryPriority.Service, DeliveryPriority.Offer])
        {
            due.AddRange(await Due(priority)
                .OrderBy(row => row.DueAt)
                .Take(options.Value.BatchSize - due.Count)
                .Select(row => row.Id)
                .ToListAsync(cancellationToken));
        }

        return due;
    }

    private IQueryable<OutboundDelivery> Due(byte priority)
    {
        var now = clock.Now;
        return database.Set<OutboundDelivery>().AsNoTracking()
            .Where(row => row.EndedAt == null && row.Priority == priority && row.DueAt <= now);
    }

    private async Task<List<OutboundDelivery>> LeaseAsync(List<Guid> due, CancellationToken cancellationToken)
    {
        var (now, owner) = (clock.Now, (Guid?)Guid.CreateVersion7(clock.Now));
        var leaseUntil = now + options.Value.Lease;
        var leased = await database.Set<OutboundDelivery>()
            .Where(row => due.Contains(row.Id) && row.EndedAt == null && row.DueAt <= now)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.LeaseOwner, owner)
                    .SetProperty(row => row.DueAt, leaseUntil)
                    .SetProperty(row => row.Version, row => row.Version + 1),
                cancellationToken);
        return leased == 0
            ? []
            : await database.Set<OutboundDelivery>()
                .Where(row => due.Contains(row.Id) && row.LeaseOwner == owner)
                .OrderBy(row => row.Priority).ThenBy(row => row.CreatedAt)
                .ToListAsync(cancellationToken);
    }

    /// <summary>Time is up for something that a gateway has, or may have.</summary>
    private void Settle(OutboundDelivery delivery)
    {
        var now = clock.Now;
        if (delivery.State != DeliveryState.Submitting)
        {
            delivery.End(DeliveryState.Expired, DeliveryReasons.NoReceipt, now);
        }
        else if (delivery.Channel == Channel.Voice
            || delivery.Attempt >= options.Value.MaxAttempts
            || now >= delivery.ValidUntil)
        {
            // A phone that rings twice for one offer is worse than one that does not ring.
            delivery.End(DeliveryState.Expired, DeliveryReasons.OutcomeUnknown, now);
        }
        else
        {
            delivery.TryAgainAfterUnknown(now);
        }
    }

    private async Task<IReadOnlyList<OutboundDelivery>> DecideAsync(
        List<OutboundDelivery> waiting, CancellationToken cancellationToken)
    {
        var verdicts = await policy.CheckAsync(waiting, cancellationToken);
        await policy.LockAsync(
            waiting.Where(row => !row.IsService && verdicts[row.Id].Kind == VerdictKind.Send)
                .Select(row => row.SubscriberId),
            cancellationToken);
        var toHandOver = new List<OutboundDelivery>();
        foreach (var delivery in waiting)
        {
            var verdict = verdicts[delivery.Id];
            if (verdict.Kind == VerdictKind.Send && !delivery.IsService)
            {
                verdict = await CheckCapsAsync(delivery, toHandOver, verdict, cancellationToken);
            }

            if (verdict.Kind == VerdictKind.Send)
            {
                delivery.Text ??= await texts.ComposeAsync(delivery, cancellationToken);
                database.Add(delivery.BeginAttempt(clock.Now, clock.Now + options.Value.Lease));
                toHandOver.Add(delivery);
            }
            else
            {
                database.Obey(delivery, verdict, clock.Now);
            }
        }

        return toHandOver;
    }

    private async Task<Verdict> CheckCapsAsync(
        OutboundDelivery delivery, List<OutboundDelivery> before, Verdict verdict, CancellationToken cancellationToken)
    {
        var stored = await policy.CountAsync(delivery, cancellationToken);
        // Those of this batch are not saved yet.
        var more = before.Count(other => other.SubscriberId == delivery.SubscriberId && !other.IsService);
        return policy.Rules.BrokenCap(new Contacts(stored.Today + more, stored.ThisWeek + more)) is { } cap
            ? new Verdict(VerdictKind.Refuse, cap)
            : verdict;
    }
}
