using Portal.Shared.Dashboards;

namespace Portal.Client.Live;

/// <summary>Where the connection stands.</summary>
public enum ConnectionPhase
{
    /// <summary>Being made for the first time.</summary>
    Connecting,
    /// <summary>Ticks arrive.</summary>
    Connected,
    /// <summary>Lost; it is tried again until it comes back.</summary>
    Reconnecting,
}

/// <summary>The line to the hub: tests put their own in its place.</summary>
public interface IDashboardConnection : IAsyncDisposable
{
    event Action<DashboardTick>? Ticked;

    event Action<ConnectionPhase>? PhaseChanged;

    /// <summary>Connects and stays connected until it is disposed.</summary>
    Task StartAsync();

    Task<DashboardSnapshot> SnapshotAsync();
}
