using Microsoft.AspNetCore.Diagnostics;
using Portal.Server.Components;

namespace Portal.Server.CommandLine;

internal static class PortalClientPages
{
    /// <summary>Addresses that answer programs or phones, and say themselves what is wrong.</summary>
    private static readonly string[] _notOurs = ["/api", "/hubs", "/connect", "/health", "/metrics", "/m", "/o", "/_"];

    /// <summary>Whoever typed a wrong address is helped by a page; everybody else by a status.</summary>
    public static void UsePortalNotFoundPage(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((http, next) =>
        {
            if (http.Features.Get<IStatusCodePagesFeature>() is { } pages && !IsAddressTyped(http))
            {
                pages.Enabled = false;
            }

            return next(http);
        });
    }

    private static bool IsAddressTyped(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method)
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && !_notOurs.Any(path => http.Request.Path.StartsWithSegments(path));

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
