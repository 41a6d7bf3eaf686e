using Portal.Shared.Ledger;

namespace Portal.Server.Dashboards.Domain;

/// <summary>One transaction of the ledger's tail, with the names under which it is shown.</summary>
internal sealed record LiveTap(
    long Position,
    int MerchantId,
    string Merchant,
    string Outlet,
    byte CategoryId,
    long AmountMinor,
    TransactionKind Kind,
    string PaymentIdLast4,
    DateTimeOffset OccurredAt,
    DateTimeOffset ReceivedAt)
{
    public bool IsPurchase => Kind == TransactionKind.Purchase;

    /// <summary>Where it stands on the charts: a terminal whose clock is ahead does not paint the future.</summary>
    public DateTimeOffset At => OccurredAt < ReceivedAt ? OccurredAt : ReceivedAt;
}
