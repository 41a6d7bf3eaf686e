using Microsoft.Extensions.Configuration.Memory;
using Portal.Server.Demo;
using Portal.Server.Identity;
using Portal.Server.Ledger.Appending;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Startup;
using Scalar.AspNetCore;

namespace Portal.Server.CommandLine;

/// <summary>Builds the application: the same for serving, for a verb and for a test.</summary>
internal static class PortalHost
{
    public static WebApplicationBuilder CreateBuilder(IReadOnlyDictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(settings);
        if (builder.Configuration.IsDemo())
        {
            // First among the sources, so that whatever anybody configured stands over it.
            builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = DemoModule.Defaults });
        }

        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.Services.AddPortalObservability();
        builder.Services.AddOpenApi("v1");
        builder.Services.AddRazorComponents().AddInteractiveWebAssemblyComponents();
        builder.Services.AddAntiforgery();
        PortalModules.Add(builder.Services, builder.Configuration);
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UsePortalNotFoundPage();
        app.UsePortalAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapPortalHealth();
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference("/docs").AllowAnonymous();
        app.MapPortalClient();
        PortalModules.Map(app);
        return app;
    }

    /// <summary>Brings the database up to date, and refuses to start on one that does not fit the configuration.</summary>
    public static async Task PrepareAsync(IServiceProvider services, bool migrate, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>()
            .MigrateOrRefuseAsync(migrate, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<CurrencyPin>().CheckAsync(cancellationToken);
    }
}
