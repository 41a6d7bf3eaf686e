namespace Portal.Tools.Taps;

internal enum TapKind
{
    Purchase,
    Refund,
    Reversal,
}

/// <summary>A row of transactions.csv.</summary>
internal sealed record Tap(
    string Id,
    string TerminalId,
    TapKind Kind,
    string? OriginalId,
    string PaymentId,
    long AmountMinor,
    string Currency,
    DateTimeOffset OccurredAt,
    string? Category)
{
    public (string TerminalId, string Id) Key => (TerminalId, Id);

    /// <summary>A correction names a tap of its own terminal.</summary>
    public (string TerminalId, string Id) OriginalKey => (TerminalId, OriginalId ?? "");
}
