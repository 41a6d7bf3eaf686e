using Microsoft.EntityFrameworkCore;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Profiles.Domain;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Ledger;

namespace Portal.Server.Profiles.Projecting;

/// <summary>
/// Recomputes statistics and activity from the raw ledger, in one state of the database, and compares every row.
/// Subscribers whose bindings changed after the projection's checkpoint are left out: the projection counts them afresh.
/// </summary>
internal sealed class StatisticsVerification(
    PortalDbContext database, ILedgerReader ledger, ICheckpoints checkpoints, IBindingMap bindings, OperatorClock clock)
{
    private const int ReadSize = 10_000;

    /// <summary>Purchases held in memory at once, at about 200 bytes; a longer ledger is gone through several times.</summary>
    private const long PurchasesAtOnce = 2_000_000;

    private const string Name = IStatisticsReader.Projection;

    public async Task<VerifyOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var comparison = new StatisticsComparison();
        Checkpoint checkpoint;
        await using (await database.BeginSnapshotAsync(cancellationToken))
        {
            checkpoint = await checkpoints.ReadAsync(Name, cancellationToken);
            await bindings.SyncAsync(database, cancellationToken);
            var net = await NetAsync(checkpoint.LedgerPosition, cancellationToken);
            var parts = (int)(checkpoint.LedgerPosition / PurchasesAtOnce) + 1;
            for (var part = 0; part < parts; part++)
            {
                comparison.Begin();
                await ExpectAsync(comparison, net, checkpoint.LedgerPosition, (part, parts), cancellationToken);
                await CompareAsync(comparison, (part, parts), cancellationToken);
            }
        }

        // Read outside the snapshot: bindings may have changed, and the map have learnt of it, while this was counting.
        var bindingHead = await bindings.SyncAsync(database, cancellationToken);
        var pending = await bindings.AffectedAsync(
            database, checkpoint.BindingPosition, bindingHead, cancellationToken);
        return comparison.Outcome(pending.ToHashSet());
    }

    private async Task<LedgerNet> NetAsync(long upTo, CancellationToken cancellationToken)
    {
        var net = new LedgerNet();
        await foreach (var entry in EntriesAsync(upTo, cancellationToken))
        {
            net.Note(entry);
        }

        return net;
    }

    private async Task ExpectAsync(
        StatisticsComparison comparison,
        LedgerNet net,
        long upTo,
        (int Number, int Of) part,
        CancellationToken cancellationToken)
    {
        await foreach (var entry in EntriesAsync(upTo, cancellationToken))
        {
            if (entry.Kind == TransactionKind.Purchase
                && bindings.OwnerOf(entry.PaymentIdHash, entry.OccurredAt) is { } owner
                && owner % part.Of == part.Number
                && net.Of(entry) is { Count: 1, AmountMinor: var amount })
            {
                comparison.Expect(owner, clock.Local(entry.OccurredAt), entry, amount);
            }
        }
    }

    private async Task CompareAsync(
        StatisticsComparison comparison, (int Number, int Of) part, CancellationToken cancellationToken)
    {
        var statistics = database.Set<StatisticRow>().AsNoTracking()
            .Where(row => row.SubscriberId % part.Of == part.Number);
        await foreach (var row in statistics.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            comparison.Found(row);
        }

        var activity = database.Set<ActivityRow>().AsNoTracking()
            .Where(row => row.SubscriberId % part.Of == part.Number);
        await foreach (var row in activity.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            comparison.Found(row);
        }

        comparison.End();
    }

    private async IAsyncEnumerable<LedgerEntry> EntriesAsync(
        long upTo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long after = 0; after < upTo;)
        {
            var entries = await ledger.ReadAsync(after, (int)Math.Min(ReadSize, upTo - after), cancellationToken);
            if (entries.Count == 0)
            {
                yield break;
            }

            foreach (var entry in entries)
            {
                yield return entry;
            }

            after = entries[^1].Position;
        }
    }
}
