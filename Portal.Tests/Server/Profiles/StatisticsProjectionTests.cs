using Microsoft.EntityFrameworkCore;
using Portal.Server.Ledger.Projecting;
using Portal.Server.Platform.Database;
using Portal.Server.Profiles.Domain;
using Portal.Shared.Ledger;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Profiles;

public sealed class StatisticsProjectionTests
{
    private static readonly DateTimeOffset _now = PortalUnderTest.Start;

    [Theory, OnEachDatabase]
    public async Task A_purchase_and_its_full_refund_leave_the_tables_as_they_were(TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        await portal.AddShopAsync("M-1", "T-1");
        var subscriber = await portal.AddSubscriberAsync("+8613800000001", "EP-0001");
        var till = await portal.TerminalSystemAsync();
        await till.PostAsync(Town.Purchase("a-1", "T-1", "EP-0001", 700, _now.AddHours(-1)));
        await portal.CatchUpAsync();
        var before = await portal.RowsAsync(subscriber);

        // One in an hour of its own, one into a row that is there already.
        var lonely = Town.Purchase("a-2", "T-1", "EP-0001", 4599, _now.AddDays(-40));
        var beside = Town.Purchase("a-3", "T-1", "EP-0001", 100, _now.AddHours(-1));
        await till.PostAsync(lonely, beside);
        await portal.CatchUpAsync();
        Assert.Equal(4, (await portal.RowsAsync(subscriber)).Count);
        await till.PostAsync(
            lonely.Correcting(TransactionKind.Refund, "a-4"), beside.Correcting(TransactionKind.Refund, "a-5"));
        await portal.CatchUpAsync();

        Assert.Equal(2, before.Count);
        Assert.Equal(before, await portal.RowsAsync(subscriber));
    }

    [Theory, OnEachDatabase]
    public async Task What_was_paid_before_the_binding_counts_in_full(TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        await portal.AddShopAsync("M-1", "T-1");
        var subscriber = await portal.AddSubscriberAsync("+8613800000001", "EP-0001");
        var till = await portal.TerminalSystemAsync();
        var tap = Town.Purchase("a-1", "T-1", "EP-LATE", 1000, _now.AddDays(-3));
        await till.PostAsync(tap, tap.Correcting(TransactionKind.Refund, "a-2", 300));
        await portal.CatchUpAsync();
        Assert.Empty(await portal.RowsAsync(subscriber));

        await portal.BindAsync(subscriber, "EP-LATE");
        await portal.CatchUpAsync();

        Assert.Equal(
            [$"{subscriber} 202611 4: 1 700", $"{subscriber} 20261120 12 1 1 4: 1 700"],
            await portal.RowsAsync(subscriber));
        await portal.AssertVerifiedAsync();
    }

    [Fact]
    public async Task The_runner_takes_in_a_binding_without_any_new_transaction()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await portal.AddShopAsync("M-1", "T-1");
        var subscriber = await portal.AddSubscriberAsync("+8613800000001", "EP-0001");
        var till = await portal.TerminalSystemAsync();
        await till.PostAsync(Town.Purchase("a-1", "T-1", "EP-LATE", 1000, _now));
        await portal.BindAsync(subscriber, "EP-LATE");

        await Eventually.BecomesAsync(2, async () =>
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
            return (await portal.RowsAsync(subscriber)).Count;
        });
    }

    [Theory, OnEachDatabase]
    public async Task A_moved_payment_id_counts_for_each_holder_by_the_time_of_the_purchase(TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        await portal.AddShopAsync("M-1", "T-1");
        var first = await portal.AddSubscriberAsync("+8613800000001", "EP-0001");
        var second = await portal.AddSubscriberAsync("+8613800000002", "EP-0002");
        var moved = _now.AddHours(-10);
        var till = await portal.TerminalSystemAsync();
        var last = Town.Purchase("a-1", "T-1", "EP-0001", 100, moved.AddMilliseconds(-1));
        await till.PostAsync(last, Town.Purchase("a-2", "T-1", "EP-0001", 20, moved));
        await portal.CatchUpAsync();

        await portal.BindAsync(second, "EP-0001", moved);
        // A refund given after the move is still the first holder's: it is the purchase that counts.
        await till.PostAsync(
            last.Correcting(TransactionKind.Refund, "a-3", 1) with { OccurredAt = _now },
            Town.Purchase("a-4", "T-1", "EP-0001", 3, _now));
        await portal.CatchUpAsync();

        Assert.Contains($"{first} 202611 4: 1 99", await portal.RowsAsync(first));
        Assert.Contains($"{second} 202611 4: 2 23", await portal.RowsAsync(second));
        await portal.AssertVerifiedAsync();
    }

    [Theory, OnEachDatabase]
    public async Task Rebuilding_gives_the_same_rows_and_tells_its_progress(TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        var subscriber = await SomeHistoryAsync(portal);
        var before = await portal.RowsAsync(subscriber);
        var seen = new List<(long Done, long Total)>();

        var rebuilt = await portal.SendAsync(new RebuildProjectionCommand(null, new Collect(seen)));
        await portal.CatchUpAsync();

        Assert.Contains("statistics", rebuilt);
        Assert.Equal((60, 60), seen[^1]);
        Assert.NotEmpty(before);
        Assert.Equal(before, await portal.RowsAsync(subscriber));
    }

    [Fact]
    public async Task Rebuilding_what_does_not_exist_is_refused_with_the_names_that_do()
    {
        await using var portal = await PortalUnderTest.StartAsync();

        var answer = await portal.InScopeAsync<MediatR.IMediator, Portal.Server.Platform.Cqrs.Result<IReadOnlyList<string>>>(
            mediator => mediator.Send(new RebuildProjectionCommand("nonsense")));

        Assert.Equal("projection.unknown", answer.Error?.Code);
        Assert.Contains("statistics", answer.Error?.Message, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Verifying_names_a_changed_a_missing_and_an_invented_row(TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        var subscriber = await SomeHistoryAsync(portal);
        await portal.AssertVerifiedAsync();

        await portal.InScopeAsync<PortalDbContext, int>(async context =>
        {
            await context.Set<StatisticRow>().Where(row => row.Month == 202611).ExecuteUpdateAsync(
                row => row.SetProperty(statistic => statistic.AmountMinor, statistic => statistic.AmountMinor + 1));
            var first = await context.Set<ActivityRow>().MinAsync(row => row.Day);
            await context.Set<ActivityRow>().Where(row => row.Day == first).ExecuteDeleteAsync();
            context.Add(new StatisticRow
            {
                SubscriberId = subscriber, Month = 209901, CategoryId = 1, Count = 1, AmountMinor = 1,
            });
            return await context.SaveChangesAsync();
        });
        var verified = await portal.SendAsync(new VerifyProjectionsQuery());

        var differences = verified.Single(verification => verification.Name == "statistics").Outcome.Differences;
        Assert.Contains(differences, text => text.Contains("2026-11, dining", StringComparison.Ordinal));
        Assert.Contains(differences, text => text.Contains("activity of", StringComparison.Ordinal)
            && text.Contains("0 purchases of 0 are stored", StringComparison.Ordinal));
        Assert.Contains(differences, text => text.Contains("2099-01, groceries", StringComparison.Ordinal)
            && text.Contains("the ledger has 0 of 0", StringComparison.Ordinal));
        Assert.Equal(3, differences.Count);
    }

    /// <summary>Sixty purchases, one a day, of one subscriber.</summary>
    private static async Task<long> SomeHistoryAsync(PortalUnderTest portal)
    {
        await portal.AddShopAsync("M-1", "T-1");
        var subscriber = await portal.AddSubscriberAsync("+8613800000001", "EP-0001");
        var till = await portal.TerminalSystemAsync();
        await till.PostAsync(Enumerable.Range(0, 60)
            .Select(day => Town.Purchase($"a-{day}", "T-1", "EP-0001", 100 + day, _now.AddDays(-day))));
        await portal.CatchUpAsync();
        return subscriber;
    }

    private sealed class Collect(List<(long Done, long Total)> seen) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => seen.Add(value);
    }
}
