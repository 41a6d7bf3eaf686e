using System.Net;
using Microsoft.AspNetCore.Http.Connections;
using Portal.Server.Identity.Contracts;
using Portal.Shared.Dashboards;
using Portal.Shared.Ledger;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Dashboards;

public sealed class DashboardHubTests
{
    private static readonly DateTimeOffset _now = PortalUnderTest.Start;

    [Theory]
    [InlineData(HttpTransportType.LongPolling)]
    [InlineData(HttpTransportType.WebSockets)]
    public async Task A_tap_ticks_on_the_operators_dashboard(HttpTransportType transport)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await portal.AddShopAsync("M-1", "T-1");
        var till = await portal.TerminalSystemAsync();
        var signedIn = await portal.OperatorAsync();
        await using var dashboard = await WatchedDashboard.ConnectAsync(portal, signedIn, transport);

        await till.TapAsync(Town.Purchase("a-1", "T-1", "EP-0001", 4599, _now));

        var tick = await NextTickAsync(portal, dashboard, t => t.Taps.Count > 0);
        var tap = Assert.Single(tick.Taps);
        Assert.Equal(
            ("Merchant M-1", "Outlet M-1-01", 4599, "•••0001"),
            (tap.Merchant, tap.Outlet, tap.AmountMinor, tap.PaymentId));
        Assert.Equal((1, 4599), (tick.Today.Taps, tick.Today.AmountMinor));
        Assert.Equal([new SecondPoint(_now.ToUnixTimeSeconds(), 1)], tick.Seconds);
        Assert.Equal([new MerchantTotal(tick.Merchants![0].MerchantId, "Merchant M-1", 1, 4599)], tick.Merchants);
    }

    [Fact]
    public async Task However_many_taps_come_there_are_at_most_four_ticks_a_second()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await portal.AddShopAsync("M-1", "T-1");
        var till = await portal.TerminalSystemAsync();
        await using var dashboard = await WatchedDashboard.ConnectAsync(portal, await portal.OperatorAsync());
        // The first tick is on time for reasons of its own: nobody has had a heartbeat yet.
        await NextTickAsync(portal, dashboard, _ => true);
        var begun = portal.Clock.GetUtcNow();

        for (var i = 0; i < 40; i++)
        {
            await till.TapAsync(Town.Purchase($"a-{i}", "T-1", "EP-0001", 100, _now));
            portal.Clock.Advance(TimeSpan.FromMilliseconds(25));
        }

        await NextTickAsync(portal, dashboard, tick => tick.Today.Taps == 40);
        var ticks = dashboard.Ticks.Where(tick => tick.At > begun).ToList();
        Assert.All(ticks.Zip(ticks.Skip(1)), pair =>
        {
            Assert.Equal(pair.First.Sequence + 1, pair.Second.Sequence);
            Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromMilliseconds(250), "Two ticks too close.");
        });
    }

    [Fact]
    public async Task A_merchant_sees_its_own_taps_and_nothing_of_another()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var mine = await portal.AddShopAsync("M-1", "T-1");
        await portal.AddShopAsync("M-2", "T-2");
        var till = await portal.TerminalSystemAsync();
        var merchant = await portal.ClientAsync(mine.Id, PortalScopes.Api);
        await using var dashboard = await WatchedDashboard.ConnectAsync(portal, merchant);

        await till.TapAsync(Town.Purchase("b-1", "T-2", "EP-0002", 9900, _now));
        await till.TapAsync(Town.Purchase("a-1", "T-1", "EP-0001", 100, _now));

        var tick = await NextTickAsync(portal, dashboard, t => t.Today.Taps > 0);
        var snapshot = await dashboard.SnapshotAsync();
        Assert.Equal((1, 100), (tick.Today.Taps, tick.Today.AmountMinor));
        Assert.Equal((1, 100), (snapshot.Today.Taps, snapshot.Today.AmountMinor));
        Assert.All(dashboard.Ticks.SelectMany(t => t.Taps).Concat(snapshot.Taps), tap =>
        {
            Assert.Equal("Merchant M-1", tap.Merchant);
            Assert.Null(tap.PaymentId);
        });
        Assert.Null(tick.Merchants);
        Assert.Empty(snapshot.Merchants);
        Assert.Empty(snapshot.Projections);
        Assert.DoesNotContain(dashboard.Ticks, t => t.Today.AmountMinor >= 9900);
    }

    [Fact]
    public async Task A_dashboard_that_missed_ticks_has_all_numbers_after_a_snapshot()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await portal.AddShopAsync("M-1", "T-1");
        await portal.AddShopAsync("M-2", "T-2", mcc: "5411");
        var till = await portal.TerminalSystemAsync();
        var tap = Town.Purchase("a-1", "T-1", "EP-0001", 4599, _now);
        await till.TapAsync(tap);
        await till.TapAsync(tap.Correcting(TransactionKind.Refund, "a-2", 599));
        await till.TapAsync(Town.Purchase("b-1", "T-2", "EP-0002", 1000, _now.AddMinutes(-5)));
        await till.TapAsync(Town.Purchase("b-2", "T-2", "EP-0002", 7, _now.AddDays(-40)));
        await using var dashboard = await WatchedDashboard.ConnectAsync(portal, await portal.OperatorAsync());

        var snapshot = await Eventually.GetAsync(dashboard.SnapshotAsync, seen => seen.Taps.Count == 4);

        Assert.Equal(3, snapshot.Today.Taps);
        Assert.Equal(5599, snapshot.Today.AmountMinor);
        Assert.Equal((1, 599), (snapshot.Today.Corrections, snapshot.Today.CorrectedMinor));
        Assert.Equal([new CategoryTotal(1, 1, 1000), new CategoryTotal(4, 2, 4599)], snapshot.Categories);
        Assert.Equal([4599L, 1000L], snapshot.Merchants.Select(merchant => merchant.AmountMinor));
        Assert.Equal([1000L, 4599L], snapshot.Minutes.Select(minute => minute.AmountMinor));
        var tick = await NextTickAsync(portal, dashboard, t => t.Sequence > snapshot.Sequence);
        Assert.Equal((snapshot.Source, snapshot.Sequence + 1), (tick.Source, tick.Sequence));
    }

    [Fact]
    public async Task The_next_day_counts_from_zero()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await portal.AddShopAsync("M-1", "T-1");
        var till = await portal.TerminalSystemAsync();
        await till.TapAsync(Town.Purchase("a-1", "T-1", "EP-0001", 4599, _now));
        await using var before = await WatchedDashboard.ConnectAsync(portal, await portal.OperatorAsync());
        await Eventually.GetAsync(before.SnapshotAsync, seen => seen.Today.Taps == 1);

        portal.Clock.Advance(TimeSpan.FromHours(13));

        // The token has expired meanwhile, and the connection with it.
        await using var after = await WatchedDashboard.ConnectAsync(portal, await portal.OperatorAsync());
        var snapshot = await after.SnapshotAsync();
        Assert.Equal(0, snapshot.Today.Taps);
        Assert.Empty(snapshot.Categories);
        Assert.Single(snapshot.Taps);
    }

    [Fact]
    public async Task Nobody_watches_without_having_signed_in()
    {
        await using var portal = await PortalUnderTest.StartAsync();

        var refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => WatchedDashboard.ConnectAsync(portal, signedIn: null));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private static Task<DashboardTick> NextTickAsync(
        PortalUnderTest portal, WatchedDashboard dashboard, Func<DashboardTick, bool> isWanted) =>
        Eventually.GetAsync(
            () =>
            {
                portal.Clock.Advance(TimeSpan.FromMilliseconds(250));
                return Task.FromResult(dashboard.Ticks.FirstOrDefault(isWanted)!);
            },
            tick => tick is not null);
}
