using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.Contracts;

/// <summary>One transaction of the ledger, as projections read it.</summary>
internal sealed record LedgerEntry(
    long Position,
    int TerminalId,
    string TransactionId,
    TransactionKind Kind,
    string? OriginalId,
    byte[] PaymentIdHash,
    long AmountMinor,
    DateTimeOffset OccurredAt,
    DateTimeOffset ReceivedAt,
    int MerchantId,
    int OutletId,
    byte CategoryId,
    string PaymentIdLast4 = "")
{
    public (int TerminalId, string TransactionId) Key => (TerminalId, TransactionId);
}

/// <summary>
/// What some entries changed on one purchase: a new purchase gives (+1, +amount), its refund takes back its part, its
/// reversal everything. Adding up the changes of all entries, in any grouping, gives the purchase's net.
/// </summary>
/// <param name="Purchase">The purchase that is changed; its own time and category count, not the correction's.</param>
/// <param name="CountDelta">-1, 0 or +1.</param>
/// <param name="AmountDeltaMinor">Minor units.</param>
/// <param name="IsNew">Whether the purchase itself is among the entries.</param>
internal sealed record NetChange(LedgerEntry Purchase, int CountDelta, long AmountDeltaMinor, bool IsNew);
