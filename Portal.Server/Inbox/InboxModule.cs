namespace Portal.Server.Inbox;

/// <summary>The subscriber's inbox: plain HTML for any phone browser.</summary>
internal static class InboxModule
{
    public static void AddInbox(this IServiceCollection services, IConfiguration configuration)
    {
    }

    public static void MapInbox(this IEndpointRouteBuilder routes)
    {
    }
}
