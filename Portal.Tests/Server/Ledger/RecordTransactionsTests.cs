using System.Net;
using System.Net.Http.Json;
using Portal.Shared.Ledger;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Ledger;

public sealed class RecordTransactionsTests
{
    private static readonly DateTimeOffset _now = PortalUnderTest.Start;

    [Theory, OnEachDatabase]
    public async Task A_repeated_post_is_answered_with_the_first_position(TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        await portal.AddShopAsync("M-1", "T-1");
        var till = await portal.TerminalSystemAsync();
        var tap = Town.Purchase("a-1", "T-1", "EP-0001", 4599, _now);

        var first = await (await till.PostTapAsync(tap)).Content.ReadFromJsonAsync<TransactionOutcome>(Town.Json);
        var second = await (await till.PostTapAsync(tap)).Content.ReadFromJsonAsync<TransactionOutcome>(Town.Json);

        Assert.Equal(new TransactionOutcome("a-1", "accepted", 1), first);
        Assert.Equal(new TransactionOutcome("a-1", "duplicate", 1), second);
    }

    [Theory, OnEachDatabase]
    public async Task An_id_reused_for_another_content_is_refused(TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        await portal.AddShopAsync("M-1", "T-1");
        var till = await portal.TerminalSystemAsync();
        var tap = Town.Purchase("a-1", "T-1", "EP-0001", 4599, _now);
        await till.TapAsync(tap);

        var answer = await till.PostTapAsync(tap with { AmountMinor = 4600 });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("transaction.id-reused", await answer.ProblemCodeAsync());
    }

    [Fact]
    public async Task A_post_without_token_is_refused()
    {
        await using var portal = await PortalUnderTest.StartAsync();

        var answer = await portal.Http.PostTapAsync(Town.Purchase("a-1", "T-1", "EP-0001", 1, _now));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
