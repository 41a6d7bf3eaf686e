using System.Data.Common;
using MediatR;
using Microsoft.Extensions.Options;
using Portal.Server.Ledger.Appending;

namespace Portal.Server.CommandLine;

/// <summary>
/// The portal's services for one verb: no web host, no port, no background service but those that the verb starts. It
/// works beside a running portal, on the same database.
/// </summary>
internal sealed class VerbHost : IAsyncDisposable
{
    private readonly IHost _host;
    private LedgerAppender? _appender;

    private VerbHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    /// <param name="settings">What the command line said, over all other configuration.</param>
    /// <param name="migrate">Whether the schema of a server database may be changed.</param>
    public static async Task<VerbHost> OpenAsync(
        IReadOnlyDictionary<string, string?> settings, bool migrate, CancellationToken cancellationToken)
    {
        var verb = new VerbHost(Build(settings));
        try
        {
            await PrepareAsync(verb.Services, migrate, cancellationToken);
            return verb;
        }
        catch
        {
            await verb.DisposeAsync();
            throw;
        }
    }

    /// <summary>Checks configuration and database; what a person can put right becomes one sentence.</summary>
    public static async Task PrepareAsync(IServiceProvider services, bool migrate, CancellationToken cancellationToken)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            await PortalHost.PrepareAsync(services, migrate, cancellationToken);
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException
            or DbException)
        {
            throw new VerbException(exception.Message, exception);
        }
    }

    /// <summary>Starts the ledger's writer; without it nothing is appended.</summary>
    public async Task StartAppendingAsync(CancellationToken cancellationToken)
    {
        _appender = Services.GetRequiredService<LedgerAppender>();
        await _appender.StartAsync(cancellationToken);
    }

    /// <summary>Sends a request in a scope of its own, as an HTTP request would have one.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_appender is not null)
        {
            await _appender.StopAsync(CancellationToken.None);
        }

        switch (_host)
        {
            case IAsyncDisposable asynchronous:
                await asynchronous.DisposeAsync();
                break;
            default:
                _host.Dispose();
                break;
        }
    }

    private static IHost Build(IReadOnlyDictionary<string, string?> settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            ApplicationName = typeof(VerbHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Standard output is the verb's own; warnings and errors go beside the progress.
        builder.Configuration.AddInMemoryCollection([new("Logging:LogLevel:Default", "Warning"), .. settings]);
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        // What only web requests use cannot be built here, so the whole is not validated.
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateScopes = true }));
        PortalModules.Add(builder.Services, builder.Configuration);
        return builder.Build();
    }
}
