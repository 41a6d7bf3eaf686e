using System.Net.Http.Json;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Server.CommandLine;
using Portal.Server.Identity.Contracts;
using Portal.Server.Merchants.CreateMerchant;
using Portal.Server.Merchants.CreateOutlet;
using Portal.Server.Platform.Http;
using Portal.Server.Terminals.CreateTerminal;
using Portal.Shared.Terminals;

namespace Portal.Bench;

/// <summary>The whole portal on Kestrel and an empty SQLite file, with a merchant, 100 terminals and a token.</summary>
internal sealed class BenchPortal : IAsyncDisposable
{
    public const int Terminals = 100;

    private readonly string _folder;

    private BenchPortal(WebApplication app, string folder, string token) =>
        (App, _folder, Token) = (app, folder, token);

    public WebApplication App { get; }

    public string Token { get; }

    public int Port => new Uri(App.Urls.First()).Port;

    public string DatabasePath => Path.Combine(_folder, "portal.db");

    /// <param name="remove">Takes services out, such as the projections when only appends are measured.</param>
    public static async Task<BenchPortal> StartAsync(Action<IServiceCollection>? remove = null)
    {
        var folder = Directory.CreateTempSubdirectory("portal-bench-").FullName;
        var builder = PortalHost.CreateBuilder(new Dictionary<string, string?>
        {
            ["Portal:DataFolder"] = folder,
            ["urls"] = "http://127.0.0.1:0",
        });
        builder.Logging.ClearProviders().AddConsole().AddFilter(level => level >= LogLevel.Warning);
        remove?.Invoke(builder.Services);
        var app = PortalHost.Build(builder);
        await PortalHost.PrepareAsync(app.Services, migrate: true, CancellationToken.None);
        await app.StartAsync();
        await SetUpAsync(app.Services);
        return new BenchPortal(app, folder, await TokenAsync(app));
    }

    public static string TerminalId(int i) => $"T-{i % Terminals:D6}";

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task SetUpAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var merchant = (await mediator.Send(new CreateMerchantCommand("M-001", "Bench"))).Value;
        var outlet = (await mediator.Send(new CreateOutletCommand(
            Caller.Operator, merchant.Id, "M-001-01", "Bench", "Centre", 30, 120))).Value;
        for (var i = 0; i < Terminals; i++)
        {
            await mediator.Send(new CreateTerminalCommand(
                Caller.Operator, TerminalId(i), outlet.Id, TerminalKind.Pos, i % 2 == 0 ? "5812" : "5411"));
        }

        await scope.ServiceProvider.GetRequiredService<IAccounts>().EnsureClientAsync(
            "bench", "bench-secret", "Bench", null, [PortalScopes.WriteTransactions], CancellationToken.None);
    }

    private static async Task<string> TokenAsync(WebApplication app)
    {
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "bench",
            ["client_secret"] = "bench-secret",
            ["scope"] = PortalScopes.WriteTransactions,
        });
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
