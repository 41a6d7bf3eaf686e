using System.Net;
using System.Net.Http.Json;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Identity.Contracts;
using Portal.Shared.Ledger;
using Portal.Shared.Profiles;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Profiles;

public sealed class ProfileApiTests
{
    private static readonly DateTimeOffset _now = PortalUnderTest.Start;

    [Theory, OnEachDatabase]
    public async Task A_value_added_service_reads_the_whole_profile(TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        await portal.AddShopAsync("M-1", "T-1");
        await portal.AddShopAsync("M-2", "T-2", "5411");
        var subscriber = await portal.AddSubscriberAsync("+8613800000001", "EP-0001", body => body with
        {
            BirthDate = new DateOnly(1990, 11, 24), District = "Riverside", ArpuMinor = 8_800,
        });
        var till = await portal.TerminalSystemAsync();
        // Usually 75 a fortnight at dining, lately 150; groceries once.
        await till.PostAsync(new[] { 0, 40, 54, 68, 82 }.Select(days => Town.Purchase(
            $"a-{days}", "T-1", "EP-0001", days == 0 ? 150 : 75, _now.AddDays(-days))));
        await till.PostAsync(Town.Purchase("b-1", "T-2", "EP-0001", 9_000, _now.AddDays(-1)));
        await portal.CatchUpAsync();
        var caller = await portal.OperatorAsync();

        var profile = await caller.GetFromJsonAsync<ProfileView>($"/api/v1/profiles/{subscriber}", Town.Json);

        Assert.Equal(new DateOnly(2026, 11, 23), profile!.AsOf);
        Assert.Equal((35, "Riverside", 8_800), (profile.Registration.Age!.Value, profile.Registration.District,
            profile.Registration.ArpuMinor!.Value));
        Assert.Equal(new LevelView(3, 3_150, 3, 3), profile.Level);
        Assert.Equal([new TendencyView("dining", 50)], profile.Tendencies);
        Assert.Equal(["dining", "groceries"], profile.Habits.Categories.Select(habit => habit.Category));
        Assert.Equal("Outlet M-1-01", profile.Habits.Outlets[0].Outlet);
        Assert.Equal("Merchant M-1", profile.Habits.Outlets[0].Merchant);
        Assert.Equal("Centre", Assert.Single(profile.Habits.Districts).District);
        Assert.Equal(13, profile.Months.Count);
        Assert.Equal(("2025-11", "2026-11"), (profile.Months[0].Month, profile.Months[^1].Month));
        Assert.Equal((2, 9_150), (profile.Months[^1].Count, profile.Months[^1].AmountMinor));
        Assert.Equal(
            [new CategoryStatistics("groceries", 1, 9_000), new CategoryStatistics("dining", 1, 150)],
            profile.Months[^1].Categories);
    }

    [Fact]
    public async Task A_profile_names_nobody()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var subscriber = await portal.AddSubscriberAsync(
            "+8613800000001", "EP-0001", body => body with { Name = "Lin Mei", Address = "7 Lotus Lane" });

        var text = await (await portal.OperatorAsync()).GetStringAsync($"/api/v1/profiles/{subscriber}");

        Assert.DoesNotContain("Lin Mei", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lotus", text, StringComparison.Ordinal);
        Assert.DoesNotContain("800000001", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_year_follows_the_operators_calendar_and_leaves_no_month_out()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await portal.AddShopAsync("M-1", "T-1");
        var subscriber = await portal.AddSubscriberAsync("+8613800000001", "EP-0001");
        var till = await portal.TerminalSystemAsync();
        // 00:30 on 1 November in Shanghai is still October in UTC.
        await till.PostAsync(Town.Purchase(
            "a-1", "T-1", "EP-0001", 500, new DateTimeOffset(2026, 10, 31, 16, 30, 0, TimeSpan.Zero)));
        await portal.CatchUpAsync();

        var year = await (await portal.OperatorAsync())
            .GetFromJsonAsync<SubscriberStatistics>($"/api/v1/subscribers/{subscriber}/statistics", Town.Json);

        Assert.Equal([0, 1], year!.Months.TakeLast(2).Select(month => month.Count));
        Assert.Equal(13, year.Months.Count);
    }

    [Theory, OnEachDatabase]
    public async Task A_subscribers_transactions_are_its_own_even_when_the_payment_id_moved(TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        await portal.AddShopAsync("M-1", "T-1");
        var first = await portal.AddSubscriberAsync("+8613800000001", "EP-0001");
        var second = await portal.AddSubscriberAsync("+8613800000002", "EP-0002");
        var till = await portal.TerminalSystemAsync();
        var old = Town.Purchase("a-1", "T-1", "EP-0001", 100, _now.AddDays(-2));
        await till.PostAsync(old);
        await portal.BindAsync(second, "EP-0001", _now.AddDays(-1));
        await till.PostAsync(
            Town.Purchase("a-2", "T-1", "EP-0001", 200, _now),
            old.Correcting(TransactionKind.Refund, "a-3") with { OccurredAt = _now });
        var caller = await portal.OperatorAsync();

        var ofFirst = await caller.GetFromJsonAsync<List<SubscriberTransaction>>(
            $"/api/v1/subscribers/{first}/transactions", Town.Json);
        var ofSecond = await caller.GetFromJsonAsync<List<SubscriberTransaction>>(
            $"/api/v1/subscribers/{second}/transactions?limit=1", Town.Json);

        Assert.Equal(["a-3", "a-1"], ofFirst!.Select(transaction => transaction.Id));
        var only = Assert.Single(ofSecond!);
        Assert.Equal(
            ("a-2", "T-1", "Merchant M-1", "Outlet M-1-01", "dining", 200),
            (only.Id, only.TerminalId, only.Merchant, only.Outlet, only.Category, only.AmountMinor));
    }

    [Theory]
    [InlineData("/api/v1/profiles/1")]
    [InlineData("/api/v1/subscribers/1/statistics")]
    [InlineData("/api/v1/subscribers/1/transactions")]
    public async Task No_merchant_reads_subscribers_and_unknown_ones_are_not_found(string path)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var merchant = await portal.AddShopAsync("M-1", "T-1");
        var ofMerchant = await portal.ClientAsync(merchant.Id, PortalScopes.Api);
        var unknown = await (await portal.OperatorAsync()).GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, (await ofMerchant.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await portal.Http.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("subscriber.unknown", await unknown.ProblemCodeAsync());
    }

    [Fact]
    public async Task A_limit_out_of_range_is_refused()
    {
        await using var portal = await PortalUnderTest.StartAsync();

        var answer = await (await portal.OperatorAsync()).GetAsync("/api/v1/subscribers/1/transactions?limit=201");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task Everybody_is_scanned_once_and_levels_spread_over_the_population(TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        await portal.AddShopAsync("M-1", "T-1");
        var till = await portal.TerminalSystemAsync();
        for (var i = 1; i <= 6; i++)
        {
            await portal.AddSubscriberAsync($"+861380000000{i}", $"EP-000{i}");
        }

        await till.PostAsync(Enumerable.Range(1, 5).Select(i => Town.Purchase(
            $"a-{i}", "T-1", $"EP-000{i}", i * 1_000, _now.AddDays(-i))));
        await portal.CatchUpAsync();
        var asOf = new DateOnly(2026, 11, 23);

        var steps = await portal.InScopeAsync<IProfiles, List<int?>>(async profiles =>
        {
            var seen = new List<Profile>();
            while (await profiles.ScanAsync(seen.LastOrDefault()?.SubscriberId ?? 0, 4, asOf, default)
                is { Count: > 0 } page)
            {
                seen.AddRange(page);
            }

            return seen.ConvertAll(profile => profile.Level?.Step);
        });
        var streamed = await portal.InScopeAsync<IStatisticsReader, List<long>>(async statistics =>
            await statistics.StreamAsync(default).Select(row => row.AmountMinor).ToListAsync());

        Assert.Equal([1, 2, 3, 4, 5, null], steps);
        Assert.Equal([1_000, 2_000, 3_000, 4_000, 5_000], streamed);
    }
}
