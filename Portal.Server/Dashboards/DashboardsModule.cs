using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Server.Dashboards.Domain;
using Portal.Server.Dashboards.Following;
using Portal.Server.Dashboards.Watching;
using Portal.Server.Platform.Http;
using Portal.Shared.Dashboards;

namespace Portal.Server.Dashboards;

/// <summary>What operators and merchants watch live: a projection in memory, on every node its own.</summary>
internal static class DashboardsModule
{
    /// <summary>A dashboard sends nothing but the hub's handshake and the name of its one method.</summary>
    private const int LongestMessage = 4 * 1024;

    public static void AddDashboards(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSignalR(options => options.MaximumReceiveMessageSize = LongestMessage)
            .AddJsonProtocol(options => options.PayloadSerializerOptions.Converters.Add(
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)));
        services.AddSingleton<DashboardCalendar>();
        services.AddSingleton<LiveBoards>();
        services.AddSingleton<DashboardAudience>();
        services.AddSingleton<DashboardFeeds>();
        services.AddSingleton<BackgroundNumbers>();
        services.AddHostedService(provider => provider.GetRequiredService<BackgroundNumbers>());
        services.AddHostedService<LedgerTail>();
        services.AddHostedService<DashboardTicker>();
    }

    public static void MapDashboards(this IEndpointRouteBuilder routes) =>
        routes.MapHub<DashboardHub>(DashboardHubContract.Path, options =>
            {
                // SignalR compares with the machine's clock, which says nothing of a token from another clock.
                options.CloseOnAuthenticationExpiration =
                    routes.ServiceProvider.GetRequiredService<TimeProvider>() == TimeProvider.System;
                options.ApplicationMaxBufferSize = LongestMessage;
            })
            .RequireAuthorization(Policies.Portal);
}
