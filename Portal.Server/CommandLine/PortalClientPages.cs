using Portal.Server.Components;

namespace Portal.Server.CommandLine;

internal static class PortalClientPages
{
    /// <summary>Serves the Blazor client, when it has been built beside the server.</summary>
    public static void MapPortalClient(this WebApplication app)
    {
        var manifest = Path.Combine(AppContext.BaseDirectory, "Portal.Server.staticwebassets.endpoints.json");
        if (File.Exists(manifest))
        {
            app.MapStaticAssets(manifest).AllowAnonymous();
            app.MapRazorComponents<App>()
                .AddInteractiveWebAssemblyRenderMode()
                .AddAdditionalAssemblies(typeof(Client.Routes).Assembly)
                .AllowAnonymous();
        }
    }
}
