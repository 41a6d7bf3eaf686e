using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Ledger.Domain;
using Portal.Server.Platform.Database;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.Persistence;

internal sealed class LedgerReader(PortalDbContext database, ILedgerLookupSql sql) : ILedgerReader
{
    private static readonly Expression<Func<LedgerTransaction, LedgerEntry>> _toEntry = row => new LedgerEntry(
        row.Position,
        row.TerminalId,
        row.TransactionId,
        row.Kind,
        row.OriginalId,
        row.PaymentIdHash,
        row.AmountMinor,
        row.OccurredAt,
        row.ReceivedAt,
        row.MerchantId,
        row.OutletId,
        row.CategoryId,
        row.PaymentIdLast4);

    private DbSet<LedgerTransaction> Rows => database.Set<LedgerTransaction>();

    public Task<long> HeadAsync(CancellationToken cancellationToken) =>
        database.Set<LedgerHead>().Select(head => head.Position).SingleAsync(cancellationToken);

    public async Task<IReadOnlyList<LedgerEntry>> ReadAsync(
        long after, int limit, CancellationToken cancellationToken) =>
        await Rows.Where(row => row.Position > after).OrderBy(row => row.Position).Take(limit)
            .Select(_toEntry).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<NetChange>> NetChangesAsync(
        IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return [];
        }

        var before = entries[0].Position - 1;
        var upTo = entries[^1].Position;
        var families = await new FamilyLoader(Rows, sql, _toEntry, upTo).LoadTouchedAsync(entries, cancellationToken);
        var changes = new List<NetChange>(families.Count);
        foreach (var family in families)
        {
            var old = family.NetAt(before);
            var now = family.NetAt(upTo);
            var isNew = family.Purchase.Position > before;
            if (isNew || old != now)
            {
                changes.Add(new NetChange(
                    family.Purchase, now.Count - old.Count, now.AmountMinor - old.AmountMinor, isNew));
            }
        }

        return changes;
    }

    public async Task<IReadOnlyList<NetChange>> NetPurchasesAsync(
        IReadOnlyCollection<byte[]> paymentIdHashes, long upTo, CancellationToken cancellationToken)
    {
        var purchases = await Rows
            .Where(row => paymentIdHashes.Contains(row.PaymentIdHash)
                && row.Position <= upTo && row.Kind == TransactionKind.Purchase)
            .Select(_toEntry)
            .ToListAsync(cancellationToken);
        var families = await new FamilyLoader(Rows, sql, _toEntry, upTo)
            .LoadOfPaymentIdsAsync(purchases, paymentIdHashes, cancellationToken);
        return [.. families.Select(family =>
        {
            var net = family.NetAt(upTo);
            return new NetChange(family.Purchase, net.Count, net.AmountMinor, IsNew: true);
        })];
    }

    public async Task<IReadOnlyList<LedgerEntry>> LatestOfAsync(
        IReadOnlyCollection<byte[]> paymentIdHashes, int limit, CancellationToken cancellationToken) =>
        await Rows.Where(row => paymentIdHashes.Contains(row.PaymentIdHash))
            .OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Position).Take(limit)
            .Select(_toEntry).ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<long, LedgerEntry>> PurchasesOfAsync(
        IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var lookup = new LedgerLookup(Rows, sql, _toEntry, long.MaxValue);
        var originals = await lookup.OriginalsOfAsync(entries, cancellationToken);
        // What a reversal takes back may be a refund, and then the purchase is one step further.
        originals.AddRange(await lookup.OriginalsOfAsync(originals, cancellationToken));
        var byKey = originals.DistinctBy(entry => entry.Position).ToDictionary(entry => entry.Key);
        var purchases = new Dictionary<long, LedgerEntry>();
        foreach (var entry in entries)
        {
            var purchase = entry;
            for (var step = 0; step < 2 && purchase is { OriginalId: { } original }; step++)
            {
                purchase = byKey.GetValueOrDefault((purchase.TerminalId, original));
            }

            if (purchase is { Kind: TransactionKind.Purchase })
            {
                purchases[entry.Position] = purchase;
            }
        }

        return purchases;
    }
}
