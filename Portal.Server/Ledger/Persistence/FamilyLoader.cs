using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Ledger.Domain;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.Persistence;

/// <summary>Brings together purchases and what corrects them, as the ledger stood at a position.</summary>
internal sealed class FamilyLoader(
    DbSet<LedgerTransaction> rows,
    ILedgerLookupSql sql,
    Expression<Func<LedgerTransaction, LedgerEntry>> toEntry,
    long upTo)
{
    private readonly LedgerLookup _lookup = new(rows, sql, toEntry, upTo);
    private readonly Dictionary<(int TerminalId, string TransactionId), PurchaseFamily> _families = [];

    /// <summary>The families that these consecutive entries belong to.</summary>
    public async Task<IReadOnlyCollection<PurchaseFamily>> LoadTouchedAsync(
        IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        AddPurchases(entries.Where(entry => entry.Kind == TransactionKind.Purchase));
        var corrections = entries.Where(entry => entry.Kind != TransactionKind.Purchase).ToList();
        if (corrections.Count > 0)
        {
            await AddOriginalsAsync(corrections, cancellationToken);
        }

        var first = entries[0].Position;
        var ofBatch = rows.Where(purchase => purchase.Position >= first && purchase.Position <= upTo)
            .Join(
                CorrectionRows(),
                purchase => new { purchase.TerminalId, OriginalId = (string?)purchase.TransactionId },
                correction => new { correction.TerminalId, correction.OriginalId },
                (purchase, correction) => correction);
        var found = await ofBatch.Select(toEntry).ToListAsync(cancellationToken);
        var older = _families.Values.Where(family => family.Purchase.Position < first).ToList();
        found.AddRange(await _lookup.CorrectionsOfAsync(
            older.Select(family => family.Purchase), cancellationToken));
        await AttachAsync(found, cancellationToken);
        return _families.Values;
    }

    /// <summary>The families of all purchases with these PaymentIds.</summary>
    public async Task<IReadOnlyCollection<PurchaseFamily>> LoadOfPaymentIdsAsync(
        IReadOnlyList<LedgerEntry> purchases,
        IReadOnlyCollection<byte[]> paymentIdHashes,
        CancellationToken cancellationToken)
    {
        AddPurchases(purchases);
        var corrections = rows
            .Where(purchase => paymentIdHashes.Contains(purchase.PaymentIdHash)
                && purchase.Position <= upTo && purchase.Kind == TransactionKind.Purchase)
            .Join(
                CorrectionRows(),
                purchase => new { purchase.TerminalId, OriginalId = (string?)purchase.TransactionId },
                correction => new { correction.TerminalId, correction.OriginalId },
                (purchase, correction) => correction);
        await AttachAsync(await corrections.Select(toEntry).ToListAsync(cancellationToken), cancellationToken);
        return _families.Values;
    }

    private IQueryable<LedgerTransaction> CorrectionRows() =>
        rows.Where(row => row.OriginalId != null && row.Position <= upTo);

    private void AddPurchases(IEnumerable<LedgerEntry> purchases)
    {
        foreach (var purchase in purchases)
        {
            _families.TryAdd(purchase.Key, new PurchaseFamily(purchase));
        }
    }

    /// <summary>A correction's original is a purchase, or a refund whose own original is one.</summary>
    private async Task AddOriginalsAsync(List<LedgerEntry> corrections, CancellationToken cancellationToken)
    {
        var originals = await _lookup.OriginalsOfAsync(corrections, cancellationToken);
        AddPurchases(originals.Where(entry => entry.Kind == TransactionKind.Purchase));
        var refunds = originals.Where(entry => entry.Kind == TransactionKind.Refund).ToList();
        if (refunds.Count > 0)
        {
            var purchases = await _lookup.OriginalsOfAsync(refunds, cancellationToken);
            AddPurchases(purchases.Where(entry => entry.Kind == TransactionKind.Purchase));
        }
    }

    private async Task AttachAsync(List<LedgerEntry> corrections, CancellationToken cancellationToken)
    {
        var refunds = new Dictionary<(int, string), PurchaseFamily>();
        foreach (var correction in corrections.DistinctBy(entry => entry.Position))
        {
            if (_families.TryGetValue((correction.TerminalId, correction.OriginalId!), out var family))
            {
                family.Add(correction);
                if (correction.Kind == TransactionKind.Refund)
                {
                    refunds[correction.Key] = family;
                }
            }
        }

        var refundEntries = corrections.Where(entry => entry.Kind == TransactionKind.Refund).ToList();
        foreach (var reversal in await _lookup.CorrectionsOfAsync(refundEntries, cancellationToken))
        {
            if (reversal.Kind == TransactionKind.Reversal
                && refunds.TryGetValue((reversal.TerminalId, reversal.OriginalId!), out var family))
            {
                family.AddReversalOfRefund(reversal);
            }
        }
    }
}
