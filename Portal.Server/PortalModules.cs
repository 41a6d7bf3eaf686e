using Portal.Server.Dashboards;
using Portal.Server.Delivery;
using Portal.Server.Demo;
using Portal.Server.Identity;
using Portal.Server.Inbox;
using Portal.Server.Ledger;
using Portal.Server.Merchants;
using Portal.Server.Offers;
using Portal.Server.Platform;
using Portal.Server.Profiles;
using Portal.Server.Subscribers;
using Portal.Server.Terminals;

namespace Portal.Server;

/// <summary>The modules of the portal; a new one adds its pair of lines here and nowhere else.</summary>
internal static class PortalModules
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatform(configuration);
        services.AddIdentity(configuration);
        services.AddMerchants();
        services.AddTerminals();
        services.AddSubscribers();
        services.AddLedger(configuration);
        services.AddProfiles(configuration);
        services.AddOffers(configuration);
        services.AddDelivery(configuration);
        services.AddInbox(configuration);
        services.AddDashboards(configuration);
        services.AddDemo(configuration);
    }

    public static void Map(WebApplication app)
    {
        app.MapIdentity();
        app.MapMerchants();
        app.MapTerminals();
        app.MapSubscribers();
        app.MapLedger();
        app.MapProfiles();
        app.MapOffers();
        app.MapDelivery();
        app.MapInbox();
        app.MapDashboards();
        app.MapDemo();
    }
}
