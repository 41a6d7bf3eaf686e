using Microsoft.EntityFrameworkCore;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Profiles.Domain;
using Portal.Server.Profiles.Persistence;
using Portal.Server.Subscribers.Contracts;

namespace Portal.Server.Profiles.Projecting;

/// <summary>
/// Keeps statistics and activity [0041]. Everything is read and added up before the write transaction begins, so that
/// SQLite's one writer is held only for the writing. That is sound because ledger rows never change, the binding lock
/// proves that no binding changed meanwhile, and the checkpoint moves only from where it was read.
/// </summary>
internal sealed class StatisticsProjection(
    PortalDbContext database,
    ILedgerReader ledger,
    ICheckpoints checkpoints,
    IBindingMap bindings,
    IStatisticsStore store,
    StatisticsVerification verification,
    OperatorClock clock) : IRebuildableProjection
{
    /// <summary>Entries of one step: large enough to spread a commit, small enough that an append waits milliseconds.</summary>
    public const int BatchSize = 5_000;

    /// <summary>Binding changes of one step; each can mean a subscriber's whole history.</summary>
    public const int BindingBatchSize = 100;

    private const string Name = IStatisticsReader.Projection;

    public async Task<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        var start = await checkpoints.ReadAsync(Name, cancellationToken);
        var bindingHead = await bindings.SyncAsync(database, cancellationToken);
        // Before the first ledger entry there is nothing that a binding could have changed.
        return start.LedgerPosition > 0 && start.BindingPosition < bindingHead
            ? await RebindAsync(start, bindingHead, cancellationToken)
            : await AddAsync(start, bindingHead, cancellationToken);
    }

    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        while (!await TryResetAsync(cancellationToken))
        {
            // Another node moved the checkpoint in between; its rows must go as well.
        }
    }

    public Task<VerifyOutcome> VerifyAsync(CancellationToken cancellationToken) =>
        verification.RunAsync(cancellationToken);

    private async Task<bool> AddAsync(Checkpoint start, long bindingHead, CancellationToken cancellationToken)
    {
        var entries = await ledger.ReadAsync(start.LedgerPosition, BatchSize, cancellationToken);
        if (entries.Count == 0)
        {
            return false;
        }

        var delta = new StatisticsDelta();
        foreach (var change in await ledger.NetChangesAsync(entries, cancellationToken))
        {
            if (OwnerOf(change) is { } owner)
            {
                Add(delta, owner, change);
            }
        }

        var to = new Checkpoint(entries[^1].Position, bindingHead);
        await WriteAsync(start, to, bindingHead, [], delta, cancellationToken);
        return true;
    }

    /// <summary>Counts afresh the subscribers whom the next binding changes gave or took purchases.</summary>
    private async Task<bool> RebindAsync(Checkpoint start, long bindingHead, CancellationToken cancellationToken)
    {
        var upTo = Math.Min(bindingHead, start.BindingPosition + BindingBatchSize);
        var affected = await bindings.AffectedAsync(database, start.BindingPosition, upTo, cancellationToken);
        var paymentIds = await bindings.PaymentIdsOfAsync(database, affected, cancellationToken);
        var hashes = paymentIds.SelectMany(held => held).DistinctBy(Convert.ToHexString).ToList();
        var delta = new StatisticsDelta();
        var isAffected = affected.ToHashSet();
        foreach (var change in await ledger.NetPurchasesAsync(hashes, start.LedgerPosition, cancellationToken))
        {
            if (OwnerOf(change) is { } owner && isAffected.Contains(owner))
            {
                Add(delta, owner, change);
            }
        }

        await WriteAsync(start, start with { BindingPosition = upTo }, bindingHead, affected, delta, cancellationToken);
        return true;
    }

    /// <summary>Writes all or nothing; nothing when bindings changed or another node was faster: the next step reads anew.</summary>
    private async Task WriteAsync(
        Checkpoint start,
        Checkpoint to,
        long bindingHead,
        IReadOnlyCollection<long> forget,
        StatisticsDelta delta,
        CancellationToken cancellationToken)
    {
        var statistics = delta.Statistics();
        var activity = delta.Activity();
        await using var transaction = await database.BeginWriteAsync(WritePriority.Derived, cancellationToken);
        if (!await bindings.LockAsync(database, bindingHead, cancellationToken)
            || !await checkpoints.MoveAsync(Name, start, to, cancellationToken))
        {
            return;
        }

        if (forget.Count > 0)
        {
            await database.Set<StatisticRow>().Where(row => forget.Contains(row.SubscriberId))
                .ExecuteDeleteAsync(cancellationToken);
            await database.Set<ActivityRow>().Where(row => forget.Contains(row.SubscriberId))
                .ExecuteDeleteAsync(cancellationToken);
        }

        await store.AddAsync(database, statistics, activity, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<bool> TryResetAsync(CancellationToken cancellationToken)
    {
        var bindingHead = await bindings.SyncAsync(database, cancellationToken);
        await using var transaction = await database.BeginWriteAsync(WritePriority.Derived, cancellationToken);
        // The same lock as for writing: whoever advances meanwhile waits, and then finds the checkpoint moved.
        if (!await bindings.LockAsync(database, bindingHead, cancellationToken))
        {
            return false;
        }

        var start = await checkpoints.ReadAsync(Name, cancellationToken);
        if (!await checkpoints.MoveAsync(Name, start, default, cancellationToken))
        {
            return false;
        }

        await database.Set<StatisticRow>().ExecuteDeleteAsync(cancellationToken);
        await database.Set<ActivityRow>().ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Who held the PaymentId when the purchase happened, whenever it arrived and whenever it was corrected.</summary>
    private long? OwnerOf(NetChange change) =>
        bindings.OwnerOf(change.Purchase.PaymentIdHash, change.Purchase.OccurredAt);

    private void Add(StatisticsDelta delta, long owner, NetChange change) => delta.Add(
        owner,
        clock.Local(change.Purchase.OccurredAt),
        (change.Purchase.MerchantId, change.Purchase.OutletId),
        change.Purchase.CategoryId,
        (change.CountDelta, change.AmountDeltaMinor));
}
