using Microsoft.AspNetCore.SignalR;
using Portal.Server.Platform.Http;
using Portal.Shared.Dashboards;

namespace Portal.Server.Dashboards.Watching;

/// <summary>Where dashboards connect. Who is told what follows from the signed-in principal alone.</summary>
internal sealed class DashboardHub(DashboardAudience audience, DashboardFeeds feeds) : Hub<IDashboardClient>
{
    private const string JoinedKey = "joined";

    private DashboardScope Scope => DashboardScope.Of(Caller.Of(Context.User!));

    public override async Task OnConnectedAsync()
    {
        if (!audience.TryJoin(Scope))
        {
            Context.Abort();
            return;
        }

        Context.Items[JoinedKey] = true;
        await Groups.AddToGroupAsync(Context.ConnectionId, Scope.Group, Context.ConnectionAborted);
        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items.Remove(JoinedKey))
        {
            audience.Leave(Scope);
        }

        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Everything at once, for who has just connected or has missed a tick.</summary>
    public Task<DashboardSnapshot> Snapshot() => Task.FromResult(feeds.Of(Scope).Snapshot());
}
