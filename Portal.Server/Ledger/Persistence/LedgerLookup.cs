using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Ledger.Domain;

namespace Portal.Server.Ledger.Persistence;

/// <summary>Finds entries by pairs of terminal and id, as the ledger stood at a position.</summary>
internal sealed class LedgerLookup(
    DbSet<LedgerTransaction> rows,
    ILedgerLookupSql sql,
    Expression<Func<LedgerTransaction, LedgerEntry>> toEntry,
    long upTo)
{
    /// <summary>The entries that these corrections name as their originals; for others, nothing.</summary>
    public Task<List<LedgerEntry>> OriginalsOfAsync(
        IEnumerable<LedgerEntry> corrections, CancellationToken cancellationToken)
    {
        var keys = corrections.Where(entry => entry.OriginalId is not null)
            .Select(entry => (entry.TerminalId, entry.OriginalId!));
        return FindAsync(sql.ById, keys, cancellationToken);
    }

    /// <summary>The refunds and reversals that name one of these entries as their original.</summary>
    public Task<List<LedgerEntry>> CorrectionsOfAsync(
        IEnumerable<LedgerEntry> originals, CancellationToken cancellationToken) =>
        FindAsync(sql.ByOriginal, originals.Select(entry => entry.Key), cancellationToken);

    private async Task<List<LedgerEntry>> FindAsync(
        string statement, IEnumerable<(int TerminalId, string Id)> keys, CancellationToken cancellationToken)
    {
        var pairs = keys.Distinct().Select(key => new { t = key.TerminalId, id = key.Id }).ToList();
        return pairs.Count == 0
            ? []
            : await rows.FromSqlRaw(statement, JsonSerializer.Serialize(pairs))
                .Where(row => row.Position <= upTo)
                .Select(toEntry)
                .ToListAsync(cancellationToken);
    }
}
