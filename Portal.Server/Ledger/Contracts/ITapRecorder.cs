using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Ledger.Contracts;

/// <summary>
/// Records a purchase whose PaymentId is known by its stored form only, as a simulated handset's is; rules, terminal
/// check and append are those of a terminal's post.
/// </summary>
internal interface ITapRecorder
{
    /// <summary>The position in the ledger; committed when this returns.</summary>
    Task<Result<long>> RecordAsync(NewTap tap, CancellationToken cancellationToken);
}

/// <summary>A handset held to a terminal [0034].</summary>
internal sealed record NewTap(
    string TransactionId,
    string TerminalId,
    byte[] PaymentIdHash,
    string PaymentIdLast4,
    long AmountMinor,
    DateTimeOffset OccurredAt);
