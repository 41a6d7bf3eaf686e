using System.ComponentModel.DataAnnotations;

namespace Portal.Server.Ledger;

/// <summary>Section <c>Ledger</c>.</summary>
internal sealed record LedgerOptions
{
    public const string Section = "Ledger";

    /// <summary>Transactions that may wait for the writer; more are answered 429. About 200 bytes each.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Ledger:QueueLimit must be between 1 and 1,000,000.")]
    public int QueueLimit { get; init; } = 50_000;

    /// <summary>Transactions in one database transaction at most: keeps a commit, and with it an answer, short.</summary>
    [Range(1, 100_000, ErrorMessage = "Ledger:CommitLimit must be between 1 and 100,000.")]
    public int CommitLimit { get; init; } = 5_000;
}
