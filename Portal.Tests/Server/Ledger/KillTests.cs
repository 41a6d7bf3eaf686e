using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.CommandLine;
using Portal.Server.Identity.Contracts;
using Portal.Server.Ledger.Domain;
using Portal.Server.Ledger.Projecting;
using Portal.Server.Merchants.CreateMerchant;
using Portal.Server.Merchants.CreateOutlet;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Server.Subscribers.SaveSubscriber;
using Portal.Server.Terminals.CreateTerminal;
using Portal.Shared.Ledger;
using Portal.Shared.Terminals;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Ledger;

/// <summary>
/// Invariant 1: an acknowledged transaction is never lost and never counted twice. The portal is killed again and
/// again while terminals post; each terminal does what real ones do: it repeats with the same id until it is answered.
/// </summary>
public sealed class KillTests
{
    private const int Rounds = 4;
    private const int Posters = 8;
    private const int PaymentIds = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-kill-").FullName;
    private readonly ConcurrentDictionary<string, long> _acknowledged = new();
    private long _next;

    [Fact]
    public async Task Killed_at_any_moment_it_loses_and_doubles_nothing()
    {
        await SetUpAsync();
        var port = PortalProcess.FreePort();
        string? token = null;
        var unanswered = new ConcurrentBag<TransactionPost>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var portal = await PortalProcess.StartAsync(_folder, port);
            using var http = new HttpClient { BaseAddress = portal.Address };
            token ??= await TokenAsync(http);
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var repeats = new ConcurrentBag<TransactionPost>(unanswered);
            unanswered.Clear();
            var posters = Enumerable.Range(0, Posters).Select(_ => PostUntilKilledAsync(http, repeats, unanswered)).ToList();
            // In the middle of commits and projections, as soon as enough was answered to have something to lose.
            var enough = _acknowledged.Count + 40 + (round * 13);
            await Eventually.GetAsync(() => Task.FromResult(_acknowledged.Count), count => count >= enough);
            await portal.KillAsync();
            await Task.WhenAll(posters);
        }

        await FinishAsync(port, token!, unanswered);

        await CheckAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task PostUntilKilledAsync(
        HttpClient http, ConcurrentBag<TransactionPost> repeats, ConcurrentBag<TransactionPost> unanswered)
    {
        while (true)
        {
            var post = repeats.TryTake(out var repeat) ? repeat : New(Interlocked.Increment(ref _next));
            try
            {
                _acknowledged[post.Id] = await http.TapAsync(post);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
            {
                unanswered.Add(post);
                return;
            }
        }
    }

    private async Task FinishAsync(int port, string token, IEnumerable<TransactionPost> unanswered)
    {
        await using var portal = await PortalProcess.StartAsync(_folder, port);
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var post in unanswered)
        {
            _acknowledged[post.Id] = await http.TapAsync(post);
        }

        await portal.KillAsync();
    }

    private async Task CheckAsync()
    {
        var app = Build();
        await using var scope = app.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var rows = await database.Set<LedgerTransaction>().AsNoTracking()
            .OrderBy(row => row.Position).ToListAsync(PortalUnderTest.Cancelled);
        Assert.True(_acknowledged.Count > 50, $"Only {_acknowledged.Count} taps were acknowledged: this proves little.");
        Assert.Equal(_acknowledged.Count, rows.Count);
        Assert.Equal(Enumerable.Range(1, rows.Count).Select(i => (long)i), rows.Select(row => row.Position));
        Assert.All(rows, row => Assert.Equal(_acknowledged[row.TransactionId], row.Position));

        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var caughtUp = await mediator.Send(new CatchUpProjectionsCommand(null), PortalUnderTest.Cancelled);
        Assert.True(caughtUp.IsSuccess);
        var verified = await mediator.Send(new VerifyProjectionsQuery(), PortalUnderTest.Cancelled);
        Assert.NotEmpty(verified.Value);
        Assert.All(verified.Value, projection => Assert.Empty(projection.Outcome.Differences));
        Assert.All(verified.Value, projection => Assert.Equal(rows.Count, projection.LedgerPosition));
    }

    private async Task SetUpAsync()
    {
        var services = Build();
        await PortalHost.PrepareAsync(services, migrate: true, PortalUnderTest.Cancelled);
        await using var scope = services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var merchant = (await mediator.Send(new CreateMerchantCommand("M-1", "One"))).Value;
        var outlet = (await mediator.Send(
            new CreateOutletCommand(Caller.Operator, merchant.Id, "M-1-01", "One", "Centre", 30, 120))).Value;
        await mediator.Send(new CreateTerminalCommand(Caller.Operator, "T-1", outlet.Id, TerminalKind.Pos, "5812"));
        for (var i = 0; i < PaymentIds; i++)
        {
            await mediator.Send(new SaveSubscriberCommand(
                new() { Msisdn = $"+86138000000{i:D2}", PaymentIds = [PaymentId(i)] }, "test"));
        }

        await scope.ServiceProvider.GetRequiredService<IAccounts>().EnsureClientAsync(
            "till", Town.Secret, "Till", null, [PortalScopes.WriteTransactions], PortalUnderTest.Cancelled);
    }

    private ServiceProvider Build()
    {
        var builder = PortalHost.CreateBuilder(new Dictionary<string, string?> { ["Portal:DataFolder"] = _folder });
        return builder.Services.BuildServiceProvider();
    }

    private static TransactionPost New(long n) => Town.Purchase(
        $"k-{n}", "T-1", PaymentId((int)(n % PaymentIds)), 100 + n, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));

    private static string PaymentId(int i) => $"EP-KILL-{i:D2}";

    private static async Task<string> TokenAsync(HttpClient http)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "till",
            ["client_secret"] = Town.Secret,
            ["scope"] = PortalScopes.WriteTransactions,
        });
        var answer = await http.PostAsync("/connect/token", form);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
