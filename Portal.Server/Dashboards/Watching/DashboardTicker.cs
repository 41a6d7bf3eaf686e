using Microsoft.AspNetCore.SignalR;
using Portal.Shared.Dashboards;

namespace Portal.Server.Dashboards.Watching;

/// <summary>Tells dashboards what moved, at most four times a second however much moves (DESIGN 4.6).</summary>
internal sealed partial class DashboardTicker(
    DashboardAudience audience,
    DashboardFeeds feeds,
    IHubContext<DashboardHub, IDashboardClient> hub,
    TimeProvider time,
    ILogger<DashboardTicker> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TellAsync();
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(exception);
            }
        }
    }

    private async Task TellAsync()
    {
        foreach (var scope in audience.Watched())
        {
            if (feeds.Of(scope).NextTick() is { } tick)
            {
                await hub.Clients.Group(scope.Group).Tick(tick);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Dashboards could not be told what moved")]
    private partial void Failed(Exception exception);
}
