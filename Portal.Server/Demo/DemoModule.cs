namespace Portal.Server.Demo;

/// <summary>The generated town (demo mode only).</summary>
internal static class DemoModule
{
    public static void AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
    }

    public static void MapDemo(this IEndpointRouteBuilder routes)
    {
    }
}
