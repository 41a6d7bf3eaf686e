using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Portal.Client.Api;
using Portal.Shared.Dashboards;

namespace Portal.Client.Live;

/// <summary>The line to the hub over SignalR. It never gives up: a wall display has nobody to press a button.</summary>
public sealed class HubDashboardConnection : IDashboardConnection
{
    private readonly CancellationTokenSource _closing = new();
    private readonly Endless _retry = new();
    private readonly HubConnection _hub;

    public HubDashboardConnection(NavigationManager navigation)
    {
        _hub = new HubConnectionBuilder()
            .WithUrl(navigation.ToAbsoluteUri(DashboardHubContract.Path))
            .WithAutomaticReconnect(_retry)
            .AddJsonProtocol(options =>
            {
                foreach (var converter in PortalApi.Json.Converters)
                {
                    options.PayloadSerializerOptions.Converters.Add(converter);
                }
            })
            .Build();
        // The server has a heartbeat every 5 seconds: four missed ones are a dead line.
        _hub.ServerTimeout = TimeSpan.FromSeconds(20);
        _hub.KeepAliveInterval = TimeSpan.FromSeconds(7);
        _hub.On<DashboardTick>(nameof(IDashboardClient.Tick), tick => Ticked?.Invoke(tick));
        _hub.Reconnecting += _ => Tell(ConnectionPhase.Reconnecting);
        _hub.Reconnected += _ => Tell(ConnectionPhase.Connected);
        // The server closes it when the session's time is over; the cookie may have been renewed since.
        _hub.Closed += _ => _closing.IsCancellationRequested ? Task.CompletedTask : StartAsync();
    }

    public event Action<DashboardTick>? Ticked;

    public event Action<ConnectionPhase>? PhaseChanged;

    public async Task StartAsync()
    {
        for (var attempt = 0; !_closing.IsCancellationRequested; attempt++)
        {
            try
            {
                await _hub.StartAsync(_closing.Token);
                await Tell(ConnectionPhase.Connected);
                return;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException)
            {
                await Tell(ConnectionPhase.Reconnecting);
                await Task.Delay(Endless.Pause(attempt), _closing.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public Task<DashboardSnapshot> SnapshotAsync() =>
        _hub.InvokeAsync<DashboardSnapshot>(DashboardHubContract.Snapshot, _closing.Token);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _hub.DisposeAsync();
        _closing.Dispose();
    }

    private Task Tell(ConnectionPhase phase)
    {
        PhaseChanged?.Invoke(phase);
        return Task.CompletedTask;
    }

    private sealed class Endless : IRetryPolicy
    {
        public TimeSpan? NextRetryDelay(RetryContext retryContext) => Pause((int)retryContext.PreviousRetryCount);

        /// <summary>Up to ten seconds, and not all dashboards at once.</summary>
        public static TimeSpan Pause(int attempt)
        {
            var seconds = Math.Min(10, 0.5 * Math.Pow(2, Math.Min(attempt, 6)));
            return TimeSpan.FromSeconds(seconds * (0.7 + (Random.Shared.NextDouble() * 0.6)));
        }
    }
}
