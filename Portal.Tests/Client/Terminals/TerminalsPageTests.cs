using System.Net;
using Bunit;
using Portal.Client.Terminals;
using Portal.Shared.Http;
using Portal.Shared.Terminals;

namespace Portal.Tests.Client.Terminals;

public sealed class TerminalsPageTests : IAsyncDisposable
{
    private const string Browse = "GET /api/v1/terminals";
    private static readonly TerminalView _till = new("T-1", 3, 7, TerminalKind.Pos, "5812", TerminalStatus.Active);

    private readonly PortalClientContext _client = new(PortalClientContext.Operator);

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public void While_it_loads_it_says_so()
    {
        _client.Server.Never(Browse);

        var page = _client.Render<TerminalsPage>();

        Assert.NotNull(page.Find("[role=status][aria-label=Loading]"));
    }

    [Fact]
    public void An_empty_list_says_what_to_do()
    {
        _client.Server.Answer(Browse, new Page<TerminalView>([], null));

        var page = _client.Render<TerminalsPage>();

        page.WaitForAssertion(() => Assert.Contains("No terminal here", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_is_told_in_the_servers_words_and_can_be_tried_again()
    {
        _client.Server.Refuse(
            Browse,
            HttpStatusCode.TooManyRequests,
            new { code = "busy", title = "Too much.", detail = "Wait a second." });
        var page = _client.Render<TerminalsPage>();
        page.WaitForAssertion(() => Assert.Contains(
            "Wait a second.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));

        _client.Server.Answer(Browse, new Page<TerminalView>([_till], null));
        page.FindAll("button").Single(button => button.TextContent.Contains("Try again")).Click();

        page.WaitForAssertion(() => Assert.Contains("T-1", page.Find("tbody").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void The_next_page_is_added_below()
    {
        _client.Server.Answer(Browse, new Page<TerminalView>([_till], "T-1"));
        var page = _client.Render<TerminalsPage>();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));

        _client.Server.Answer(Browse, new Page<TerminalView>([_till with { Id = "T-2" }], null));
        page.FindAll("button").Single(button => button.TextContent.Contains("Show more")).Click();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Contains("2 in all", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_can_be_suspended()
    {
        _client.Server.Answer(Browse, new Page<TerminalView>([_till], null));
        _client.Server.Answer(
            "PUT /api/v1/terminals/T-1/status", _till with { Status = TerminalStatus.Suspended });
        var page = _client.Render<TerminalsPage>();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));

        page.Find("button[aria-label='Suspend T-1']").Click();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("button[aria-label='Activate T-1']")));
        Assert.Contains(("PUT /api/v1/terminals/T-1/status", """{"status":"suspended"}"""), _client.Server.Sent);
    }
}
