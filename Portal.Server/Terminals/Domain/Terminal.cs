using Portal.Shared.Terminals;

namespace Portal.Server.Terminals.Domain;

/// <summary>An acceptance terminal at an outlet [0034].</summary>
internal sealed class Terminal
{
    public int Id { get; init; }

    /// <summary>The name by which it signs each transaction; <c>terminalId</c> outside.</summary>
    public required string Code { get; init; }

    public required int MerchantId { get; init; }

    public required int OutletId { get; init; }

    public required TerminalKind Kind { get; set; }

    /// <summary>Merchant category code (ISO 18245) of a transaction that names none.</summary>
    public required string Mcc { get; set; }

    public TerminalStatus Status { get; set; }
}
