namespace Portal.Server.Dashboards;

/// <summary>What operators and merchants watch live.</summary>
internal static class DashboardsModule
{
    public static void AddDashboards(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSignalR();

    public static void MapDashboards(this IEndpointRouteBuilder routes)
    {
    }
}
