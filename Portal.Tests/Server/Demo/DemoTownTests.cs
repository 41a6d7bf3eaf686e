using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Portal.Server.CommandLine;
using Portal.Server.Demo;
using Portal.Server.Demo.Domain;
using Portal.Server.Demo.Start;
using Portal.Server.Demo.Town;
using Portal.Server.Ledger.Domain;
using Portal.Server.Merchants.CreateMerchant;
using Portal.Server.Platform.Database;
using Portal.Shared.Identity;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Demo;

public sealed class DemoTownTests : IAsyncDisposable
{
    private const int Subscribers = 60;
    private const int Merchants = 12;
    private const int Days = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-demo-").FullName;
    private readonly FakeTimeProvider _clock = new(PortalUnderTest.Start);
    private readonly StringWriter _said = new();
    private WebApplication? _app;

    [Fact]
    public async Task An_empty_database_gets_the_town_with_its_history_and_accounts()
    {
        await StartAsync(demo: true);
        await SeededAsync();

        Assert.Equal(await HistoryLengthAsync(), await CountAsync<LedgerTransaction>());
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(DemoAccounts.Operator));
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(DemoAccounts.Merchant));
        Assert.Equal(HttpStatusCode.OK, await TokenAsync());
        // Seven of the first twelve merchants', and four of the operator's own.
        Assert.Equal(11, await ReadAsync(database => database.Set<Portal.Server.Offers.Domain.Promotion>()
            .CountAsync(promotion => promotion.Status == Portal.Shared.Offers.PromotionStatus.Active)));
    }

    [Fact]
    public async Task A_start_after_a_crash_goes_on_and_doubles_nothing()
    {
        await StartAsync(demo: true);
        await SeededAsync();
        var taps = await CountAsync<LedgerTransaction>();
        // As a kill before the last step leaves it: a part of the taps is there, and nothing is marked as done.
        await ChangeAsync(async database =>
        {
            await database.Set<LedgerTransaction>().Where(row => row.Position > 50).ExecuteDeleteAsync();
            await database.Set<LedgerHead>().ExecuteUpdateAsync(head => head.SetProperty(row => row.Position, 50));
            await database.Set<DemoState>().ExecuteUpdateAsync(state => state
                .SetProperty(row => row.IsSettled, false).SetProperty(row => row.HasHistory, false));
        });
        await StopAsync();

        _clock.Advance(TimeSpan.FromHours(5));
        await StartAsync(demo: true);
        await SeededAsync();

        Assert.Equal(taps, await CountAsync<LedgerTransaction>());
        Assert.Equal(Subscribers, await CountAsync<Portal.Server.Subscribers.Domain.Subscriber>());
        Assert.Equal(Merchants, await CountAsync<Portal.Server.Merchants.Domain.Merchant>());
    }

    [Fact]
    public async Task A_start_without_demo_on_the_same_data_has_no_demo_accounts()
    {
        await StartAsync(demo: true);
        await SeededAsync();
        await StopAsync();

        await StartAsync(demo: false);

        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(DemoAccounts.Operator));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(DemoAccounts.Merchant));
        Assert.Equal(HttpStatusCode.Unauthorized, await TokenAsync());
        Assert.Contains("are deleted", _said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_town_stays_away_from_a_database_with_data_of_its_own()
    {
        await StartAsync(demo: false);
        await using (var scope = _app!.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(new CreateMerchantCommand("REAL", "Real"));
        }

        await StopAsync();
        await StartAsync(demo: true);
        await Task.Delay(TimeSpan.FromSeconds(1), PortalUnderTest.Cancelled);

        Assert.Equal(0, await CountAsync<DemoState>());
        Assert.Equal(1, await CountAsync<Portal.Server.Merchants.Domain.Merchant>());
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(DemoAccounts.Operator));
    }

    [Fact]
    public async Task The_town_lives_on_as_the_clock_goes()
    {
        await StartAsync(demo: true, ("Demo:Pace", "1"));
        await SeededAsync();
        var before = await CountAsync<LedgerTransaction>();

        await Eventually.GetAsync(
            async () =>
            {
                _clock.Advance(TimeSpan.FromSeconds(5));
                return await CountAsync<LedgerTransaction>();
            },
            count => count >= before + 20);

        var sequences = await ReadAsync(database => database.Set<LedgerTransaction>()
            .GroupBy(row => row.TerminalId)
            .Select(rows => new { Count = rows.Count(), Last = rows.Max(row => row.Sequence) })
            .ToListAsync());
        Assert.All(sequences, terminal => Assert.Equal(terminal.Count, terminal.Last));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(bool demo, params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Portal:DataFolder"] = _folder,
            ["Portal:Demo"] = demo ? "true" : "false",
            ["Demo:Subscribers"] = $"{Subscribers}",
            ["Demo:Merchants"] = $"{Merchants}",
            ["Demo:Days"] = $"{Days}",
            ["Demo:Pace"] = "0",
        };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        var builder = PortalHost.CreateBuilder(settings);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new TestOutputLogs());
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton(services => new DemoConsole(
            services.GetRequiredService<IServer>(), services.GetRequiredService<TimeProvider>(), TextWriter.Synchronized(_said)));
        _app = PortalHost.Build(builder);
        await PortalHost.PrepareAsync(_app.Services, migrate: true, PortalUnderTest.Cancelled);
        await _app.StartAsync(PortalUnderTest.Cancelled);
    }

    private async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
            _app = null;
        }
    }

    private Task SeededAsync() => Eventually.BecomesAsync(
        true, () => ReadAsync(database => database.Set<DemoState>().AnyAsync(state => state.HasHistory)));

    private async Task<int> HistoryLengthAsync()
    {
        var state = await ReadAsync(database => database.Set<DemoState>().SingleAsync());
        return TownPlan.Create(state.Seed, state.Subscribers, state.Merchants).History(state.From, state.To).Count();
    }

    private Task<int> CountAsync<TEntity>()
        where TEntity : class => ReadAsync(database => database.Set<TEntity>().CountAsync());

    private async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    private async Task ChangeAsync(Func<PortalDbContext, Task> change)
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        await change(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    private async Task<HttpStatusCode> SignInAsync(string email) => (await _app!.GetTestClient()
        .PostAsJsonAsync("/api/v1/session", new SignInRequest(email, DemoAccounts.Password))).StatusCode;

    private async Task<HttpStatusCode> TokenAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = DemoAccounts.ClientId,
            ["client_secret"] = DemoAccounts.ClientSecret,
            ["scope"] = "transactions.write",
        });
        return (await _app!.GetTestClient().PostAsync("/connect/token", form)).StatusCode;
    }
}
