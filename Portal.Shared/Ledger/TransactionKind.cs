namespace Portal.Shared.Ledger;

/// <summary>What a terminal reports.</summary>
public enum TransactionKind
{
    /// <summary>Something was paid.</summary>
    Purchase,
    /// <summary>All or part of a purchase was paid back.</summary>
    Refund,
    /// <summary>A purchase or a refund is undone as if it had not happened.</summary>
    Reversal,
}
