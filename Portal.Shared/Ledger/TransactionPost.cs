namespace Portal.Shared.Ledger;

/// <summary>What a terminal posts to <c>/api/v1/transactions</c>: the consumption feature information [0036].</summary>
public sealed record TransactionPost
{
    /// <summary>Chosen and stored by the terminal; at most 64 of <c>[A-Za-z0-9._:-]</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Code of the acceptance terminal.</summary>
    public required string TerminalId { get; init; }

    /// <summary>The terminal's own counter, if it keeps one.</summary>
    public long? Sequence { get; init; }

    /// <summary>Purchase, refund or reversal.</summary>
    public required TransactionKind Kind { get; init; }

    /// <summary>For a refund or reversal: the transaction of the same terminal that it takes back.</summary>
    public string? OriginalId { get; init; }

    /// <summary>What the terminal read from the phone; never a card number.</summary>
    public required string PaymentId { get; init; }

    /// <summary>Amount in the currency's minor unit (fen, cents); above zero.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>ISO 4217 code; must be the deployment's.</summary>
    public required string Currency { get; init; }

    /// <summary>When it happened, with its offset from UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Merchant category code (ISO 18245); the terminal's own when left out.</summary>
    public string? Category { get; init; }
}

/// <summary>What became of one posted transaction.</summary>
/// <param name="Id">The terminal's id, where it could be read.</param>
/// <param name="Status"><c>accepted</c>, <c>duplicate</c>, or in a batch <c>rejected</c>.</param>
/// <param name="Position">Its place in the ledger.</param>
/// <param name="Code">Why it was rejected.</param>
/// <param name="Detail">The rejection in words, with the field named.</param>
public sealed record TransactionOutcome(
    string? Id, string Status, long? Position = null, string? Code = null, string? Detail = null);

/// <summary>What became of a batch, item by item in the order posted.</summary>
public sealed record BatchOutcome(
    int Accepted, int Duplicates, int Rejected, IReadOnlyList<TransactionOutcome> Results);
