using System.Net;
using System.Text;
using System.Xml.Linq;
using Portal.Server.Subscribers.Browse;
using Portal.Shared.Delivery;
using Portal.Shared.Offers;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Inbox;

public sealed class InboxPagesTests
{
    /// <summary>Ten segments of 1,460 bytes: what a server sends before it hears from the phone (RFC 6928).</summary>
    private const int FirstWindow = 14_600;

    [Fact]
    public async Task The_first_view_fits_one_window_however_many_offers_there_are()
    {
        await using var inbox = await InboxFixture.StartAsync(language: "zh-CN");
        for (var i = 0; i < 120; i++)
        {
            inbox.Offers.Put(
                inbox.Subscriber,
                string.Concat(Enumerable.Repeat("满五十减二十", 8)),
                state: i < 80 ? OfferState.Open : OfferState.Expired);
        }

        await inbox.SignInAsync();
        var list = await inbox.GetAsync("/m");
        var detail = await inbox.GetAsync($"/m/offers/{inbox.Offers.Offers[0].Id}");

        Assert.InRange(await WireBytesAsync(list), 1, FirstWindow);
        Assert.InRange(await WireBytesAsync(detail), 1, FirstWindow);
        Assert.Contains("?skip=", await list.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Following_more_shows_every_offer_once()
    {
        await using var inbox = await InboxFixture.StartAsync();
        for (var i = 0; i < 90; i++)
        {
            inbox.Offers.Put(inbox.Subscriber, $"Offer {i:D3}", state: i < 50 ? OfferState.Open : OfferState.Redeemed);
        }

        await inbox.SignInAsync();
        var seen = new List<string>();
        for (var path = "/m"; path.Length > 0;)
        {
            var page = await (await inbox.GetAsync(path)).Content.ReadAsStringAsync();
            seen.AddRange(XElement.Parse(page[page.IndexOf("<html", StringComparison.Ordinal)..]).Descendants()
                .Where(element => element.Name.LocalName == "b").Select(element => element.Value));
            var more = page.IndexOf("/m?skip=", StringComparison.Ordinal);
            path = more < 0 ? "" : page[more..page.IndexOf('"', more)];
        }

        Assert.Equal(inbox.Offers.Offers.Select(offer => offer.Title), seen);
    }

    [Fact]
    public async Task Every_page_is_well_formed_and_has_no_script_and_nothing_from_elsewhere()
    {
        await using var inbox = await InboxFixture.StartAsync();
        var offer = inbox.Offers.Put(inbox.Subscriber, "满50减20");
        await inbox.SignInAsync();
        string[] paths =
            ["/m", "/m/sign-in", "/m/consents", $"/m/offers/{offer.Id}", $"/o/{offer.Token}", "/o/unknown", "/m/nothing"];

        foreach (var path in paths)
        {
            var answer = await inbox.GetAsync(path);
            var page = await answer.Content.ReadAsStringAsync();
            var elements = XDocument.Parse(page).Descendants().ToList();
            Assert.DoesNotContain(elements, element => element.Name.LocalName is "script" or "img" or "link" or "iframe");
            Assert.DoesNotContain(
                elements.Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            Assert.All(
                elements.Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src" or "action"),
                attribute => Assert.StartsWith("/", attribute.Value));
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task Markup_in_a_promotion_shows_as_it_was_typed()
    {
        const string Attack = "</title><script>alert(1)</script><img src=x onerror='a'>\"&\u0001";
        await using var inbox = await InboxFixture.StartAsync();
        var offer = inbox.Offers.Put(inbox.Subscriber, Attack, Attack);
        inbox.Offers.Offers[0] = offer = offer with { MerchantName = Attack, Code = "<b>", Why = [Attack] };
        await inbox.SignInAsync();

        foreach (var path in (string[])["/m", $"/m/offers/{offer.Id}", $"/o/{offer.Token}"])
        {
            var page = await (await inbox.GetAsync(path)).Content.ReadAsStringAsync();
            Assert.DoesNotContain("<script", page);
            Assert.DoesNotContain("<img", page);
            Assert.Contains(Attack[..^1], XDocument.Parse(page).Root!.Value);
        }
    }

    [Theory]
    [InlineData("text/vnd.wap.wml, application/vnd.wap.xhtml+xml, application/xhtml+xml", "application/vnd.wap.xhtml+xml")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "application/xhtml+xml")]
    [InlineData("text/html", "text/html")]
    [InlineData("*/*", "text/html")]
    public async Task The_content_type_is_what_the_phone_understands(string accept, string type)
    {
        await using var inbox = await InboxFixture.StartAsync();

        var answer = await inbox.GetAsync("/m/sign-in", accept);

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_short_link_opens_one_offer_without_signing_in_and_marks_it_viewed()
    {
        await using var inbox = await InboxFixture.StartAsync();
        var offer = inbox.Offers.Put(inbox.Subscriber, "满50减20");

        var page = await (await inbox.GetAsync($"/o/{offer.Token}")).Content.ReadAsStringAsync();

        Assert.Contains(offer.Code, page);
        Assert.Contains("为什么", page);
        Assert.Contains(offer.Id, inbox.Offers.Viewed);
        Assert.Equal(HttpStatusCode.SeeOther, (await inbox.GetAsync("/m")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await inbox.GetAsync($"/m/offers/{offer.Id}")).StatusCode);
    }

    [Fact]
    public async Task Unknown_and_expired_links_look_the_same_and_guessing_is_stopped()
    {
        await using var inbox = await InboxFixture.StartAsync(settings: ("Inbox:MaxGuessesPerAddress", "5"));
        var offer = inbox.Offers.Put(inbox.Subscriber, "now");
        var old = inbox.Offers.Put(inbox.Subscriber, "then", state: OfferState.Expired);
        var unknown = await inbox.GetAsync("/o/nobody-knows");
        var expired = await inbox.GetAsync($"/o/{old.Token}");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await expired.Content.ReadAsStringAsync());

        for (var guess = 0; guess < 5; guess++)
        {
            await inbox.GetAsync($"/o/guess{guess}");
        }

        Assert.Equal(HttpStatusCode.NotFound, (await inbox.GetAsync($"/o/{offer.Token}")).StatusCode);
    }

    [Fact]
    public async Task Nobody_sees_or_dismisses_the_offer_of_another()
    {
        await using var inbox = await InboxFixture.StartAsync();
        var others = inbox.Offers.Put(inbox.Subscriber + 1, "not yours");
        await inbox.SignInAsync();
        var token = InboxFixture.Hidden(await (await inbox.GetAsync("/m")).Content.ReadAsStringAsync(), "t");

        Assert.Equal(HttpStatusCode.NotFound, (await inbox.GetAsync($"/m/offers/{others.Id}")).StatusCode);
        await inbox.PostAsync($"/m/offers/{others.Id}/dismiss", ("t", token));

        Assert.Equal(OfferState.Open, inbox.Offers.Offers[0].State);
    }

    [Fact]
    public async Task An_offer_is_dismissed_only_by_a_form_of_our_own()
    {
        await using var inbox = await InboxFixture.StartAsync();
        var offer = inbox.Offers.Put(inbox.Subscriber, "满50减20");
        await inbox.SignInAsync();
        var page = await (await inbox.GetAsync($"/m/offers/{offer.Id}")).Content.ReadAsStringAsync();

        var foreign = await inbox.PostAsync($"/m/offers/{offer.Id}/dismiss", ("t", "guessed"));
        Assert.Equal((HttpStatusCode.BadRequest, OfferState.Open), (foreign.StatusCode, inbox.Offers.Offers[0].State));
        await inbox.PostAsync($"/m/offers/{offer.Id}/dismiss", ("t", InboxFixture.Hidden(page, "t")));

        Assert.Equal(OfferState.Dismissed, inbox.Offers.Offers[0].State);
    }

    [Fact]
    public async Task Channels_are_switched_and_everything_is_stopped_on_the_settings_page()
    {
        await using var inbox = await InboxFixture.StartAsync();
        await inbox.SignInAsync();
        var token = InboxFixture.Hidden(
            await (await inbox.GetAsync("/m/consents")).Content.ReadAsStringAsync(), "t");

        await inbox.PostAsync("/m/consents", ("t", token), ("channel", "Sms"), ("on", "0"));
        Assert.DoesNotContain(Channel.Sms, await ConsentsAsync(inbox));
        await inbox.PostAsync("/m/consents/stop", ("t", token));

        Assert.Empty(await ConsentsAsync(inbox));
    }

    private static async Task<IReadOnlyList<Channel>> ConsentsAsync(InboxFixture inbox) =>
        (await inbox.Portal.SendAsync(new ShowSubscriberQuery(inbox.Subscriber))).Consents;

    private static async Task<int> WireBytesAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Sum(header => Encoding.UTF8.GetByteCount($"{header.Key}: {string.Join(", ", header.Value)}\r\n"));
        // Status line, date, and the empty line.
        return (await answer.Content.ReadAsByteArrayAsync()).Length + headers + 64;
    }
}
