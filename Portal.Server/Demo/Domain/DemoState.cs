namespace Portal.Server.Demo.Domain;

/// <summary>The one row that says which town this is and how far it was made: a start after a crash goes on from here.</summary>
internal sealed class DemoState
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required int Seed { get; init; }

    public required int Subscribers { get; init; }

    public required int Merchants { get; init; }

    /// <summary>The history reaches from here ...</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>... to here: when the town was made.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Merchants, terminals, subscribers and promotions are registered.</summary>
    public bool IsSettled { get; set; }

    /// <summary>Every tap of the history is in the ledger.</summary>
    public bool HasHistory { get; set; }

    /// <summary>How often it was started: keeps the ids of the taps of one start apart from another's.</summary>
    public int Starts { get; set; }
}
