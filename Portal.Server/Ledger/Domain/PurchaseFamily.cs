using Portal.Server.Ledger.Contracts;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.Domain;

/// <summary>
/// A purchase with the refunds and reversals that refer to it, and the reversals of those refunds. What remains of it
/// depends only on which of them there are, never on the order in which they came.
/// </summary>
internal sealed class PurchaseFamily(LedgerEntry purchase)
{
    private readonly List<LedgerEntry> _corrections = [];
    private readonly List<LedgerEntry> _reversalsOfRefunds = [];

    public LedgerEntry Purchase => purchase;

    public void Add(LedgerEntry correction) => _corrections.Add(correction);

    public void AddReversalOfRefund(LedgerEntry reversal) => _reversalsOfRefunds.Add(reversal);

    /// <summary>
    /// What remains of the purchase when only entries up to a position are known: nothing once it is reversed; else its
    /// amount less its refunds that are not themselves reversed, never below zero; it counts until nothing remains.
    /// </summary>
    public (int Count, long AmountMinor) NetAt(long position)
    {
        if (purchase.Position > position
            || _corrections.Exists(entry => entry.Kind == TransactionKind.Reversal && entry.Position <= position))
        {
            return (0, 0);
        }

        long refunded = 0;
        foreach (var refund in _corrections)
        {
            if (refund.Kind == TransactionKind.Refund && refund.Position <= position && !IsReversed(refund, position))
            {
                refunded += refund.AmountMinor;
            }
        }

        var remains = Math.Max(0, purchase.AmountMinor - refunded);
        return remains == 0 ? (0, 0) : (1, remains);
    }

    private bool IsReversed(LedgerEntry refund, long position) => _reversalsOfRefunds.Exists(reversal =>
        reversal.Position <= position && reversal.OriginalId == refund.TransactionId);
}
