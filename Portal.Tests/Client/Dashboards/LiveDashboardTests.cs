using Bunit;
using Portal.Client.Dashboards;
using Portal.Client.Live;

namespace Portal.Tests.Client.Dashboards;

public sealed class LiveDashboardTests : IAsyncDisposable
{
    private readonly PortalClientContext _client = new(PortalClientContext.Operator);

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public void A_tick_moves_the_tiles_and_the_lists()
    {
        var page = _client.Render<LiveDashboard>();

        _client.Line.Tick(1, 1234);

        page.WaitForAssertion(() => Assert.Equal("1,234", Tile(page, "taps-today")));
        Assert.Equal("3.0", Tile(page, "taps-per-second"));
        Assert.Equal("617", Tile(page, "offers-made"));
        Assert.Equal("20%", Tile(page, "redemption-rate"));
        Assert.Contains("¥45.99", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pause_freezes_the_numbers_and_going_on_asks_for_a_snapshot()
    {
        var page = _client.Render<LiveDashboard>();
        _client.Line.Tick(1, 10);
        page.WaitForAssertion(() => Assert.Equal("10", Tile(page, "taps-today")));

        page.FindAll("button").Single(button => button.TextContent.Contains("Pause")).Click();
        _client.Line.Tick(2, 20);
        Assert.Equal("10", Tile(page, "taps-today"));
        Assert.Contains("Paused", page.Markup, StringComparison.Ordinal);

        _client.Line.Next = FakeLine.Empty(9) with { Today = FakeLine.Totals(90) };
        page.FindAll("button").Single(button => button.TextContent.Contains("Resume")).Click();
        page.WaitForAssertion(() => Assert.Equal("90", Tile(page, "taps-today")));
        Assert.Equal(2, _client.Line.Asked);
    }

    [Fact]
    public void A_missed_tick_asks_for_a_snapshot()
    {
        var page = _client.Render<LiveDashboard>();
        _client.Line.Tick(1, 10);
        _client.Line.Next = FakeLine.Empty(3) with { Today = FakeLine.Totals(30) };

        _client.Line.Tick(3, 999);

        page.WaitForAssertion(() => Assert.Equal("30", Tile(page, "taps-today")));
        Assert.Equal(2, _client.Line.Asked);
        _client.Line.Tick(3, 999);
        Assert.Equal("30", Tile(page, "taps-today"));
        _client.Line.Tick(4, 40);
        page.WaitForAssertion(() => Assert.Equal("40", Tile(page, "taps-today")));
    }

    [Fact]
    public void A_lost_connection_is_shown_and_its_return_brings_a_snapshot()
    {
        var page = _client.Render<LiveDashboard>();

        _client.Line.Become(ConnectionPhase.Reconnecting);
        page.WaitForAssertion(() => Assert.Contains("Connection lost", page.Markup, StringComparison.Ordinal));
        _client.Line.Next = FakeLine.Empty(50) with { Today = FakeLine.Totals(77) };
        _client.Line.Become(ConnectionPhase.Connected);

        page.WaitForAssertion(() => Assert.Equal("77", Tile(page, "taps-today")));
    }

    [Fact]
    public async Task A_merchant_sees_no_ranking_of_merchants()
    {
        await using var client = new PortalClientContext(PortalClientContext.Merchant);

        var page = client.Render<LiveDashboard>();

        Assert.DoesNotContain("Leading merchants", page.Markup, StringComparison.Ordinal);
        Assert.Contains("湖畔咖啡", page.Find("h1").TextContent, StringComparison.Ordinal);
    }

    private static string Tile(IRenderedComponent<LiveDashboard> page, string key) =>
        page.Find($"[data-kpi={key}]").TextContent;
}
