using Portal.Server.Dashboards.Domain;
using Portal.Server.Dashboards.Following;
using Portal.Server.Ledger.Contracts;
using Portal.Shared.Dashboards;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Dashboards;

public sealed class TailStartTests
{
    [Theory, OnEachDatabase]
    public async Task A_restarted_node_reads_what_was_received_since_then_and_no_more(TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        await portal.AddShopAsync("M-1", "T-1");
        var till = await portal.TerminalSystemAsync();
        for (var i = 0; i < 9; i++)
        {
            await till.TapAsync(Town.Purchase($"a-{i}", "T-1", "EP-0001", 100, PortalUnderTest.Start));
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        for (var minute = 0; minute <= 9; minute++)
        {
            var from = PortalUnderTest.Start.AddMinutes(minute);
            var start = await portal.InScopeAsync<ILedgerReader, TailStart>(
                ledger => TailStart.FindAsync(ledger, from, PortalUnderTest.Cancelled));
            Assert.Equal(new TailStart(minute, from), start);
        }
    }

    [Fact]
    public void A_ring_forgets_what_is_older_than_it_is_long()
    {
        var ring = new TimeRing(DashboardHubContract.MinutesShown);
        ring.Add(1000, 5);
        ring.Add(1059, 7);
        ring.Add(1000, 1);
        ring.Add(1060, 9);
        ring.Add(1000, 100);

        Assert.Equal([(1059L, 1, 7L), (1060L, 1, 9L)], ring.Read(1060));
        Assert.Empty(ring.Read(1200));
    }
}
