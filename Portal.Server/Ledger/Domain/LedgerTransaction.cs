using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.Domain;

/// <summary>One row of the append-only ledger: the consumption feature information of one tap [0036].</summary>
internal sealed class LedgerTransaction
{
    /// <summary>Longest id that a terminal may choose.</summary>
    public const int IdLength = 64;

    /// <summary>Gapless and ordered: position n is written only after n - 1.</summary>
    public required long Position { get; init; }

    public required int TerminalId { get; init; }

    public required string TransactionId { get; init; }

    public required TransactionKind Kind { get; init; }

    public string? OriginalId { get; init; }

    public long? Sequence { get; init; }

    public required byte[] PaymentIdHash { get; init; }

    public required string PaymentIdLast4 { get; init; }

    public required long AmountMinor { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required int MerchantId { get; init; }

    public required int OutletId { get; init; }

    /// <summary>Merchant category code (ISO 18245) in force: the posted one, else the terminal's.</summary>
    public required string Mcc { get; init; }

    public required byte CategoryId { get; init; }
}

/// <summary>The one row that orders the ledger: whoever appends moves it first, so that no two nodes interleave.</summary>
internal sealed class LedgerHead
{
    public const int OnlyId = 1;

    public int Id { get; init; }

    public long Position { get; set; }

    /// <summary>The deployment's currency, fixed by its first start.</summary>
    public string? Currency { get; set; }
}

/// <summary>How far a projection has come.</summary>
internal sealed class ProjectionCheckpoint
{
    public required string Name { get; init; }

    public long LedgerPosition { get; set; }

    public long BindingPosition { get; set; }
}
