using Microsoft.Playwright;
using Portal.E2E.Pages;

namespace Portal.E2E;

/// <summary>The main job in one piece: a tap becomes an offer, the next tap redeems it, and both are seen live.</summary>
public sealed class FromTapToOfferTests
{
    /// <summary>A town that stands still, so that only this test moves the numbers; nobody sleeps in it.</summary>
    private static readonly string[] _quietTown =
    [
        "--demo", "--set", "Demo:Pace=0", "--set", "Demo:Subscribers=60", "--set", "Demo:Days=0",
        "--set", "Delivery:QuietFrom=03:00", "--set", "Delivery:QuietTo=03:00",
    ];

    [Fact]
    public async Task A_tap_becomes_an_offer_and_the_next_tap_redeems_it_before_everyones_eyes()
    {
        Assert.SkipWhen(PublishedPortal.Missing is not null, PublishedPortal.Missing ?? "");
        await using var portal = await PublishedPortal.StartAsync(_quietTown);
        await using var browser = await Browser.StartAsync();
        using var api = await DemoApi.ConnectAsync(portal.Address);
        await UntilTheTownHasMovedInAsync(api);
        await PromoteAsync(api);
        var operators = await SignInAsync(browser, portal, DemoApi.Operator);
        var merchants = await SignInAsync(browser, portal, DemoApi.Merchant);

        // A terminal posts a tap; the operator's and the merchant's dashboards count it.
        var (ofOperator, ofMerchant) = (await operators.ReadKpiAsync("taps-today"), await merchants.ReadKpiAsync("taps-today"));
        await api.TapAsync("e2e-1", "T-000001", 4_200);
        await operators.ExpectKpiAsync("taps-today", ofOperator + 1);
        await merchants.ExpectKpiAsync("taps-today", ofMerchant + 1);
        await operators.ExpectKpiAsync("offers-made", 1);
        await operators.Page.SaveAsync("live-operator-1440");

        // The phone shows the message; the inbox shows the offer with its code.
        await ReadOfferAsync(portal, browser, api);

        // The next tap redeems it: the operator sees one; a merchant is not told of so few people, but of its promotion.
        await api.TapAsync("e2e-2", "T-000002", 8_000);
        await operators.ExpectKpiAsync("redeemed", 1);
        await Assertions.Expect(merchants.Kpi("redeemed")).ToHaveTextAsync("under 10");
        await merchants.Page.SaveAsync("live-merchant-1440");
        await merchants.Page.GotoAsync("/promotions");
        await Assertions.Expect(Promotion(merchants.Page).Locator("td[data-label=Redeemed]")).ToHaveTextAsync("1");
        await merchants.Page.SaveAsync("promotions-merchant-1440");
    }

    private static ILocator Promotion(IPage page) =>
        page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Half a cup" });

    private static async Task<PortalPages> SignInAsync(Browser browser, PublishedPortal portal, string email)
    {
        var pages = new PortalPages(await browser.OpenAsync(portal.Address));
        await pages.SignInAsync(email, DemoApi.Password);
        return pages;
    }

    private static async Task ReadOfferAsync(PublishedPortal portal, Browser browser, DemoApi api)
    {
        var subscriber = await api.SubscriberIdAsync();
        var link = (await api.MessageAsync(subscriber, DemoApi.ShortLink)).Value;
        var phone = await browser.OpenAsync(new Uri(portal.Address, link), width: 390, height: 844, javaScript: false);
        await Assertions.Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Half a cup on us");
        await phone.SaveAsync("offer-by-link-390");

        var inbox = new InboxPages(phone);
        await inbox.AskForCodeAsync(DemoApi.Msisdn);
        await inbox.EnterCodeAsync((await api.MessageAsync(subscriber, DemoApi.SignInCode)).Groups[1].Value);
        await phone.SaveAsync("inbox-390");
        await inbox.Offer("Half a cup on us").First.ClickAsync();
        await Assertions.Expect(inbox.RedemptionCode).ToBeVisibleAsync();
        await phone.SaveAsync("offer-390");
    }

    private static async Task UntilTheTownHasMovedInAsync(DemoApi api)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var terminals = await api.GetAsync("/api/v1/terminals?limit=500");
            if (terminals.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("id").GetString() == "T-000150"))
            {
                return;
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The demo town did not move in.");
    }

    /// <summary>A promotion of the first merchant that outbids the town's own.</summary>
    private static async Task PromoteAsync(DemoApi api)
    {
        var merchants = await api.GetAsync("/api/v1/merchants?limit=1");
        var made = await api.PostAsync("/api/v1/promotions", new
        {
            merchantId = merchants.GetProperty("items")[0].GetProperty("id").GetInt32(),
            name = "Half a cup",
            texts = new Dictionary<string, object> { ["en"] = new { title = "Half a cup on us", text = "Your next tea is half price." } },
            benefit = new { kind = "amountOff", value = 900_000 },
            channels = new[] { "sms" },
            limits = new { perSubscriberCap = 1 },
        });
        await api.PostAsync($"/api/v1/promotions/{made.GetProperty("id").GetInt32()}/activate", null);
    }
}
