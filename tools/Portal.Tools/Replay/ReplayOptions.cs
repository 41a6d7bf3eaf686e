namespace Portal.Tools.Replay;

internal enum Align
{
    Week,
    Day,
    None,
}

internal enum Stamp
{
    Now,
    Shifted,
}

internal sealed record ReplayOptions(string Transactions, TapService Service)
{
    public required TimeSpan Last { get; init; }

    /// <summary>Recorded seconds per second; 0 = as fast as the portal answers.</summary>
    public required double Speed { get; init; }

    public required Align Align { get; init; }

    public required Stamp Stamp { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The instant at which the window ends after shifting; null = when the run begins.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>The run's name, or null for one made of its beginning.</summary>
    public string? Run { get; init; }

    /// <summary>Taps a second at most; null = no limit.</summary>
    public double? MaxRate { get; init; }

    public required int Batch { get; init; }

    public required int Connections { get; init; }
}

/// <summary>The portal, and the client that posts to it.</summary>
internal sealed record TapService(Uri Portal, string Client, string Secret);
