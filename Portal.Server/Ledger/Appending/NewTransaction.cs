using Portal.Server.Terminals.Contracts;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.Appending;

/// <summary>A posted transaction that has passed every rule and waits to be written.</summary>
internal sealed record NewTransaction(
    TerminalRecord Terminal,
    string Id,
    TransactionKind Kind,
    string? OriginalId,
    long? Sequence,
    byte[] PaymentIdHash,
    string PaymentIdLast4,
    long AmountMinor,
    DateTimeOffset OccurredAt,
    string? GivenMcc)
{
    public string Mcc => GivenMcc ?? Terminal.Mcc;

    /// <summary>Whether a row already in the ledger says the same; a category left out agrees with any.</summary>
    public bool SaysTheSameAs(StoredTransaction stored) =>
        Kind == stored.Kind
        && OriginalId == stored.OriginalId
        && Sequence == stored.Sequence
        && AmountMinor == stored.AmountMinor
        && OccurredAt == stored.OccurredAt
        && (GivenMcc is null || GivenMcc == stored.Mcc)
        && PaymentIdHash.AsSpan().SequenceEqual(stored.PaymentIdHash);
}

/// <summary>What the ledger holds under a terminal and id.</summary>
internal sealed record StoredTransaction(
    long Position,
    int TerminalId,
    string TransactionId,
    TransactionKind Kind,
    string? OriginalId,
    long? Sequence,
    byte[] PaymentIdHash,
    long AmountMinor,
    DateTimeOffset OccurredAt,
    string Mcc);

internal enum AppendStatus : byte
{
    Accepted,
    Duplicate,
    /// <summary>The id is taken by another content; nothing was written.</summary>
    IdReused,
}

internal readonly record struct AppendOutcome(AppendStatus Status, long Position);
