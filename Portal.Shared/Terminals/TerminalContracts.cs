namespace Portal.Shared.Terminals;

/// <summary>What kind of acceptance terminal it is [0017].</summary>
public enum TerminalKind
{
    /// <summary>A shop's point of sale.</summary>
    Pos,
    /// <summary>A stand-alone reader.</summary>
    Reader,
    /// <summary>A turnstile gate.</summary>
    Gate,
}

/// <summary>Whether a terminal may post.</summary>
public enum TerminalStatus
{
    /// <summary>It may.</summary>
    Active,
    /// <summary>It may not, until it is made active again.</summary>
    Suspended,
}

/// <summary>An acceptance terminal at an outlet [0034].</summary>
/// <param name="Id">Its code, as posted with each transaction.</param>
/// <param name="Category">Merchant category code used when a transaction names none.</param>
public sealed record TerminalView(
    string Id, int OutletId, int MerchantId, TerminalKind Kind, string Category, TerminalStatus Status);

/// <summary>Registers an acceptance terminal.</summary>
public sealed record CreateTerminal(string Id, int OutletId, TerminalKind Kind, string Category);

/// <summary>Suspends a terminal or makes it active again.</summary>
public sealed record SetTerminalStatus(TerminalStatus Status);
