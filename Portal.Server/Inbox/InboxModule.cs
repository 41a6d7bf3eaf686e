using Portal.Server.Inbox.Pages;
using Portal.Server.Inbox.SignIn;
using Portal.Server.Inbox.Web;
using Portal.Server.Platform;

namespace Portal.Server.Inbox;

/// <summary>The subscriber's inbox: plain HTML for any phone browser (ADR 0010).</summary>
internal static class InboxModule
{
    public static void AddInbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<InboxOptions>(InboxOptions.Section);
        services.AddScoped<Throttle>();
        services.AddScoped<SignInCodes>();
        services.AddScoped<InboxSessions>();
        services.AddScoped<InboxRequest>();
        services.AddSingleton<OfferPages>();
    }

    public static void MapInbox(this IEndpointRouteBuilder routes)
    {
        SignInEndpoints.Map(routes);
        OfferEndpoints.Map(routes);
        ConsentEndpoints.Map(routes);
    }
}
