namespace Portal.Server.Delivery.Domain;

/// <summary>
/// One handing over to a gateway. It is written, with its number, before anything is handed over; the number is part of
/// the key, so the database itself lets nobody begin the same attempt twice.
/// </summary>
internal sealed class DeliveryAttempt
{
    public required Guid DeliveryId { get; init; }

    public required int Number { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it is under way, and for ever when the process died meanwhile.</summary>
    public AttemptOutcome? Outcome { get; set; }

    public string? Detail { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>What became of handing over.</summary>
internal enum AttemptOutcome : byte
{
    /// <summary>The gateway has it.</summary>
    Accepted,
    /// <summary>The gateway has it and sends it later.</summary>
    Queued,
    /// <summary>The gateway does not have it; try again.</summary>
    Retry,
    /// <summary>The gateway will never take it.</summary>
    Rejected,
    /// <summary>Nobody knows.</summary>
    Unknown,
    /// <summary>A rule forbade it at the last moment, or the worker was stopped; the gateway never saw it.</summary>
    NotHanded,
}
