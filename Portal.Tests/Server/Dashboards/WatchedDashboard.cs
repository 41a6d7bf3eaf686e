using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Portal.Shared.Dashboards;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Dashboards;

/// <summary>A dashboard that is connected to the portal under test and keeps every tick.</summary>
internal sealed class WatchedDashboard : IAsyncDisposable
{
    private readonly HubConnection _hub;

    private WatchedDashboard(HubConnection hub) => _hub = hub;

    public ConcurrentQueue<DashboardTick> Ticks { get; } = new();

    public static async Task<WatchedDashboard> ConnectAsync(
        PortalUnderTest portal, HttpClient? signedIn, HttpTransportType transport = HttpTransportType.LongPolling)
    {
        var server = portal.App.GetTestServer();
        var token = signedIn?.DefaultRequestHeaders.Authorization?.Parameter;
        var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(server.BaseAddress, DashboardHubContract.Path), transport, options =>
            {
                options.HttpMessageHandlerFactory = _ => server.CreateHandler();
                options.WebSocketFactory = async (context, cancellationToken) =>
                {
                    var sockets = server.CreateWebSocketClient();
                    sockets.ConfigureRequest = request => request.Headers.Authorization = $"Bearer {token}";
                    return await sockets.ConnectAsync(context.Uri, cancellationToken);
                };
                if (token is not null)
                {
                    options.Headers.Add("Authorization", $"Bearer {token}");
                }
            })
            .AddJsonProtocol(options => options.PayloadSerializerOptions.Converters.Add(
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)))
            .Build();
        var dashboard = new WatchedDashboard(hub);
        hub.On<DashboardTick>(nameof(IDashboardClient.Tick), dashboard.Ticks.Enqueue);
        await hub.StartAsync(PortalUnderTest.Cancelled);
        return dashboard;
    }

    public Task<DashboardSnapshot> SnapshotAsync() =>
        _hub.InvokeAsync<DashboardSnapshot>(DashboardHubContract.Snapshot, PortalUnderTest.Cancelled);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
