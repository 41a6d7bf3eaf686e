using Portal.Shared.Dashboards;

namespace Portal.Client.Live;

/// <summary>
/// Keeps numbers in step with the hub: a snapshot first and after every missed tick, then ticks. While paused nothing
/// on the screen moves; going on begins with a snapshot.
/// </summary>
public sealed class LiveFeed(IDashboardConnection connection) : IAsyncDisposable
{
    private bool _isAsking;

    public event Action? Changed;

    public LiveNumbers Numbers { get; private set; } = new();

    public ConnectionPhase Phase { get; private set; } = ConnectionPhase.Connecting;

    public bool IsPaused { get; private set; }

    /// <summary>Whether there is anything to show yet.</summary>
    public bool HasNumbers { get; private set; }

    public Task StartAsync()
    {
        connection.Ticked += OnTick;
        connection.PhaseChanged += OnPhase;
        return connection.StartAsync();
    }

    public void Pause()
    {
        IsPaused = true;
        Changed?.Invoke();
    }

    public Task ResumeAsync()
    {
        IsPaused = false;
        return AskAsync();
    }

    public ValueTask DisposeAsync()
    {
        connection.Ticked -= OnTick;
        connection.PhaseChanged -= OnPhase;
        return connection.DisposeAsync();
    }

    private void OnTick(DashboardTick tick)
    {
        if (IsPaused || !HasNumbers)
        {
            return;
        }

        if (Numbers.TryApply(tick))
        {
            Changed?.Invoke();
        }
        else
        {
            _ = AskAsync();
        }
    }

    private void OnPhase(ConnectionPhase phase)
    {
        Phase = phase;
        Changed?.Invoke();
        if (phase == ConnectionPhase.Connected && !IsPaused)
        {
            _ = AskAsync();
        }
    }

    private async Task AskAsync()
    {
        if (_isAsking)
        {
            return;
        }

        _isAsking = true;
        try
        {
            var snapshot = await connection.SnapshotAsync();
            if (!IsPaused)
            {
                Numbers.Apply(snapshot);
                HasNumbers = true;
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The line broke while asking; it asks again when the line is back, or at the next tick.
        }
        finally
        {
            _isAsking = false;
            Changed?.Invoke();
        }
    }
}
