using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Portal.Server.CommandLine;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Tests.Database;

namespace Portal.Tests.Fixtures;

/// <summary>
/// The whole portal, in this process, on a database of its own, with a clock that the test turns. Tests speak to it by
/// HTTP or the mediator.
/// </summary>
internal sealed class PortalUnderTest : IAsyncDisposable
{
    /// <summary>A Monday noon in Shanghai: outside quiet hours, and no day begins soon.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase _database;
    private readonly string _name;
    private readonly string _folder;

    private PortalUnderTest(TestDatabase database, WebApplication app, FakeTimeProvider clock, string name, string folder)
    {
        (_database, App, Clock, _name, _folder) = (database, app, clock, name, folder);
        Http = app.GetTestClient();
    }

    public WebApplication App { get; }

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => App.Services;

    /// <summary>A client that has not signed in.</summary>
    public HttpClient Http { get; }

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <param name="settings">Configuration beside the database's, such as <c>Portal:Currency</c>.</param>
    /// <param name="services">Replaces services, such as a gateway by a fake.</param>
    public static async Task<PortalUnderTest> StartAsync(
        TestDatabase database = TestDatabase.Sqlite,
        Dictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null)
    {
        var name = $"portal_test_{Guid.CreateVersion7():N}";
        var folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        var all = new Dictionary<string, string?>(settings ?? [])
        {
            ["Portal:DataFolder"] = folder,
            ["Database:Provider"] = TestServers.ProviderOf(database).ToString(),
        };
        if (database != TestDatabase.Sqlite)
        {
            all["ConnectionStrings:Portal"] = await TestServers.CreateAsync(database, name);
        }

        var clock = new FakeTimeProvider(Start);
        var builder = PortalHost.CreateBuilder(all);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new TestOutputLogs());
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.ConfigureDbContext<SqlitePortalDbContext>(
            options => options.AddInterceptors(SqlServerShadow.Instance));
        services?.Invoke(builder.Services);
        var app = PortalHost.Build(builder);
        await PortalHost.PrepareAsync(app.Services, migrate: true, Cancelled);
        await app.StartAsync(Cancelled);
        return new PortalUnderTest(database, app, clock, name, folder);
    }

    /// <summary>Runs something with the services of one scope.</summary>
    public async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Sends a command or query and expects it to succeed.</summary>
    public async Task<T> SendAsync<T>(IRequest<Result<T>> request)
    {
        var result = await InScopeAsync<IMediator, Result<T>>(mediator => mediator.Send(request));
        Assert.True(result.IsSuccess, result.Error?.Message);
        return result.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        if (_database == TestDatabase.Sqlite)
        {
            SqliteConnection.ClearAllPools();
        }

        await TestServers.DropAsync(_database, _name);
        Directory.Delete(_folder, recursive: true);
    }
}
