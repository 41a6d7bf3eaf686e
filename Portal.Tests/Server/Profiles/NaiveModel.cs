using Portal.Shared.Categories;
using Portal.Shared.Ledger;

namespace Portal.Tests.Server.Profiles;

/// <summary>What statistics must say, reckoned from the set of all posts with no thought for speed or order.</summary>
internal sealed class NaiveModel(
    IReadOnlyCollection<TransactionPost> posts,
    Func<string, DateTimeOffset, long?> ownerOf,
    Func<string, (int MerchantId, int OutletId, string Mcc)> placeOf)
{
    private static readonly TimeSpan _shanghai = TimeSpan.FromHours(8);

    /// <summary>In the form of <see cref="Ledgers.RowsAsync"/>.</summary>
    public List<string> Rows()
    {
        var rows = new Dictionary<string, (int Count, long Amount)>();
        foreach (var purchase in posts.Where(post => post.Kind == TransactionKind.Purchase).DistinctBy(Key))
        {
            var remains = Remains(purchase);
            if (remains > 0 && ownerOf(purchase.PaymentId, purchase.OccurredAt) is { } owner)
            {
                var local = purchase.OccurredAt.ToOffset(_shanghai);
                var place = placeOf(purchase.TerminalId);
                var category = ConsumptionCategories.IdOfMcc(purchase.Category ?? place.Mcc);
                Count($"{owner} {local:yyyyMM} {category}", remains);
                Count(
                    $"{owner} {local:yyyyMMdd} {local.Hour} {place.OutletId} {place.MerchantId} {category}", remains);
            }
        }

        return [.. rows.Select(row => $"{row.Key}: {row.Value.Count} {row.Value.Amount}").Order(StringComparer.Ordinal)];

        void Count(string key, long amount)
        {
            var sum = rows.GetValueOrDefault(key);
            rows[key] = (sum.Count + 1, sum.Amount + amount);
        }
    }

    private long Remains(TransactionPost purchase)
    {
        if (Corrections(purchase, TransactionKind.Reversal).Any())
        {
            return 0;
        }

        return purchase.AmountMinor - Corrections(purchase, TransactionKind.Refund)
            .Where(refund => !Corrections(refund, TransactionKind.Reversal).Any())
            .Sum(refund => refund.AmountMinor);
    }

    private IEnumerable<TransactionPost> Corrections(TransactionPost of, TransactionKind kind) => posts
        .Where(post => post.Kind == kind && post.TerminalId == of.TerminalId && post.OriginalId == of.Id)
        .DistinctBy(Key);

    private static (string, string) Key(TransactionPost post) => (post.TerminalId, post.Id);
}
