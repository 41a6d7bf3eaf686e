using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Portal.Client.Api;
using Portal.Client.Live;
using Portal.Client.Promotions;
using Portal.Client.Shell;
using Portal.Client.Ui;

namespace Portal.Client;

/// <summary>What pages are given; tests give the same, around an HttpClient and a connection of their own.</summary>
public static class ClientServices
{
    public static IServiceCollection AddPortalClient(this IServiceCollection services)
    {
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            options.SnackbarConfiguration.VisibleStateDuration = 4000;
            options.SnackbarConfiguration.MaxDisplayedSnackbars = 3;
        });
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<SessionState>();
        services.AddScoped<Formats>();
        services.AddScoped<PortalApi>();
        services.AddScoped<SessionApi>();
        services.AddScoped<MerchantsApi>();
        services.AddScoped<TerminalsApi>();
        services.AddScoped<SubscribersApi>();
        services.AddScoped<ProfilesApi>();
        services.AddScoped<PromotionsApi>();
        services.AddScoped<PromotionTools>();
        services.AddScoped<OffersApi>();
        services.AddScoped<HandsetsApi>();
        services.AddTransient<IDashboardConnection, HubDashboardConnection>();
        return services;
    }
}
