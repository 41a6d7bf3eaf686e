using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Server.Ledger.Appending;
using Portal.Server.Ledger.Domain;
using Portal.Server.Platform;
using Portal.Server.Platform.Database;
using Portal.Server.Terminals.Contracts;
using Portal.Shared.Ledger;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Ledger;

public sealed class AppendingTests
{
    private static readonly TransactionPost _tap =
        Town.Purchase("a-1", "T-1", "EP-0001", 4599, PortalUnderTest.Start);

    [Theory, OnEachDatabase]
    public async Task Positions_are_gapless_under_concurrent_posts_and_retries(TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        await portal.AddShopAsync("M-1", "T-1");
        var till = await portal.TerminalSystemAsync();

        // Every id is posted three times, by posts that race each other.
        var posted = await Task.WhenAll(Enumerable.Range(0, 300)
            .Select(i => till.TapAsync(_tap with { Id = $"r-{i % 100}" })));

        var rows = await portal.InScopeAsync<PortalDbContext, List<long>>(context => context
            .Set<LedgerTransaction>().OrderBy(row => row.Position).Select(row => row.Position).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), rows);
        Assert.All(
            posted.Select((position, i) => (i % 100, position)).GroupBy(pair => pair.Item1),
            repeats => Assert.Single(repeats.Select(pair => pair.position).Distinct()));
    }

    [Theory, OnEachDatabase]
    public async Task Two_nodes_on_one_database_never_interleave(TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        await portal.AddShopAsync("M-1", "T-1");
        var till = await portal.TerminalSystemAsync();
        await till.TapAsync(_tap);
        var terminals = portal.Services.GetRequiredService<ITerminalDirectory>();
        var terminal = (await terminals.FindAsync("T-1", PortalUnderTest.Cancelled))!;
        var stores = new[] { NewStore(portal), NewStore(portal) };

        await Parallel.ForAsync(0, 40, async (i, cancellationToken) =>
        {
            var group = Enumerable.Range(0, 5).Select(k => New(terminal, $"n-{i}-{k}")).ToList();
            await stores[i % 2].AppendAsync(group, PortalUnderTest.Start, cancellationToken);
        });

        var positions = await portal.InScopeAsync<PortalDbContext, List<long>>(context => context
            .Set<LedgerTransaction>().OrderBy(row => row.Position).Select(row => row.Position).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 201).Select(i => (long)i), positions);
    }

    [Fact]
    public async Task A_full_queue_is_answered_429_and_keeps_nothing()
    {
        await using var portal = await PortalUnderTest.StartAsync(
            settings: new() { ["Ledger:QueueLimit"] = "2" });
        await portal.AddShopAsync("M-1", "T-1");
        var till = await portal.TerminalSystemAsync();

        var answer = await till.PostAsJsonAsync(
            "/api/v1/transactions/batch", Enumerable.Range(0, 3).Select(i => _tap with { Id = $"q-{i}" }), Town.Json);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("ledger.queue-full", await answer.ProblemCodeAsync());
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal(1, await till.TapAsync(_tap));
    }

    [Fact]
    public async Task A_ledger_in_another_currency_is_not_served()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var other = new CurrencyPin(
            portal.Services.CreateScope().ServiceProvider.GetRequiredService<PortalDbContext>(),
            Options.Create(new PortalOptions { Currency = "EUR" }));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => other.CheckAsync(PortalUnderTest.Cancelled));

        Assert.Contains("CNY", refused.Message, StringComparison.Ordinal);
    }

    private static ILedgerStore NewStore(PortalUnderTest portal) => (ILedgerStore)ActivatorUtilities.CreateInstance(
        portal.Services, portal.Services.GetRequiredService<ILedgerStore>().GetType());

    private static NewTransaction New(TerminalRecord terminal, string id) => new(
        terminal, id, TransactionKind.Purchase, null, null, new byte[16], "0001", 100, PortalUnderTest.Start, null);
}
