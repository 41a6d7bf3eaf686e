using Microsoft.AspNetCore.Hosting.Server;
using Portal.Server.Demo.Living;
using Portal.Server.Demo.Promotions;
using Portal.Server.Demo.Seeding;
using Portal.Server.Demo.Start;
using Portal.Server.Platform;

namespace Portal.Server.Demo;

/// <summary>The generated town (demo mode only).</summary>
internal static class DemoModule
{
    public static bool IsDemo(this IConfiguration configuration) =>
        configuration.GetValue<bool>($"{PortalOptions.Section}:{nameof(PortalOptions.Demo)}");

    /// <summary>
    /// What demo mode sets differently, under everything that anybody configured: messages go out at almost any hour and
    /// more of them a day, so that a demonstration in the evening shows some.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> Defaults { get; } = new Dictionary<string, string?>
    {
        ["Delivery:QuietFrom"] = "02:00",
        ["Delivery:QuietTo"] = "05:00",
        ["Delivery:MaxPerDay"] = "20",
        ["Delivery:MaxPerWeek"] = "100",
        ["Offers:MessagesPerDay"] = "20",
        ["Offers:MessagesPerWeek"] = "100",
        // The welcome says where it listens and how it is stopped.
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
    };

    public static void AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new DemoConsole(
            provider.GetRequiredService<IServer>(), provider.GetRequiredService<TimeProvider>(), Console.Out));
        services.AddScoped<DemoAccounts>();
        if (!configuration.IsDemo())
        {
            services.AddHostedService<DemoAccountsRemoval>();
            return;
        }

        services.AddValidatedOptions<DemoOptions>(DemoOptions.Section);
        services.AddSingleton<TownPosts>();
        services.AddSingleton<Settling>();
        services.AddSingleton<History>();
        services.AddSingleton<LivingTown>();
        services.AddScoped<PromotionShelf>();
        services.AddHostedService<DemoTown>();
    }

    public static void MapDemo(this IEndpointRouteBuilder routes)
    {
    }
}
