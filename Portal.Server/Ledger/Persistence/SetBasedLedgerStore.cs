using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Ledger.Appending;
using Portal.Server.Ledger.Domain;
using Portal.Server.Platform.Database;
using Portal.Shared.Categories;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.Persistence;

/// <summary>The two statements that differ between database servers. Each takes one JSON array as its parameter.</summary>
internal interface ILedgerSql
{
    /// <summary>Selects the <see cref="StoredRow"/>s whose (t, id) are in the array of parameter {0}.</summary>
    string Find { get; }

    /// <summary>Inserts the array of parameter {0}.</summary>
    string Insert { get; }
}

/// <summary>A row as <see cref="ILedgerSql.Find"/> selects it.</summary>
internal sealed record StoredRow(
    long Position,
    int TerminalId,
    string TransactionId,
    int Kind,
    string? OriginalId,
    long? Sequence,
    byte[] PaymentIdHash,
    long AmountMinor,
    DateTimeOffset OccurredAt,
    string Mcc);

/// <summary>Appends on a database server: a handful of round trips for a whole group.</summary>
internal sealed class SetBasedLedgerStore(IServiceScopeFactory scopes, ILedgerSql sql) : ILedgerStore
{
    public async Task<AppendOutcome[]> AppendAsync(
        IReadOnlyList<NewTransaction> group, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await using var transaction = await database.BeginWriteAsync(WritePriority.Append, cancellationToken);
        var head = await LockHeadAsync(database, cancellationToken);
        var outcomes = new GroupOutcomes(group, await FindAsync(database, group, cancellationToken), head);
        if (outcomes.Added.Count > 0)
        {
            var rows = JsonSerializer.Serialize(outcomes.Added.Select(added => Row(added, receivedAt)));
            await database.Database.ExecuteSqlRawAsync(sql.Insert, [rows], cancellationToken);
            await database.Set<LedgerHead>().ExecuteUpdateAsync(
                row => row.SetProperty(ledger => ledger.Position, outcomes.Head), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return outcomes.Outcomes;
    }

    /// <summary>Writes the head row before reading it: from here on, other nodes wait.</summary>
    private static async Task<long> LockHeadAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        await database.Set<LedgerHead>().ExecuteUpdateAsync(
            row => row.SetProperty(head => head.Position, head => head.Position), cancellationToken);
        return await database.Set<LedgerHead>().Select(head => head.Position).SingleAsync(cancellationToken);
    }

    private async Task<Dictionary<(int, string), StoredTransaction>> FindAsync(
        PortalDbContext database, IReadOnlyList<NewTransaction> group, CancellationToken cancellationToken)
    {
        var keys = JsonSerializer.Serialize(group.Select(row => new { t = row.Terminal.Id, id = row.Id }));
        var found = await database.Database.SqlQueryRaw<StoredRow>(sql.Find, keys).ToListAsync(cancellationToken);
        return found.DistinctBy(row => row.Position).ToDictionary(
            row => (row.TerminalId, row.TransactionId),
            row => new StoredTransaction(
                row.Position,
                row.TerminalId,
                row.TransactionId,
                (TransactionKind)row.Kind,
                row.OriginalId,
                row.Sequence,
                row.PaymentIdHash,
                row.AmountMinor,
                row.OccurredAt,
                row.Mcc));
    }

    private static object Row((NewTransaction Transaction, long Position) added, DateTimeOffset receivedAt) => new
    {
        p = added.Position,
        t = added.Transaction.Terminal.Id,
        id = added.Transaction.Id,
        k = (int)added.Transaction.Kind,
        o = added.Transaction.OriginalId,
        s = added.Transaction.Sequence,
        h = Convert.ToHexString(added.Transaction.PaymentIdHash),
        l = added.Transaction.PaymentIdLast4,
        a = added.Transaction.AmountMinor,
        at = added.Transaction.OccurredAt.ToUniversalTime(),
        r = receivedAt.ToUniversalTime(),
        m = added.Transaction.Terminal.MerchantId,
        u = added.Transaction.Terminal.OutletId,
        c = added.Transaction.Mcc,
        g = (int)ConsumptionCategories.IdOfMcc(added.Transaction.Mcc),
    };
}
