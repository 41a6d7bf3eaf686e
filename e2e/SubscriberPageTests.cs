using Microsoft.Playwright;
using Portal.E2E.Pages;

namespace Portal.E2E;

public sealed class SubscriberPageTests
{
    [Fact]
    public async Task An_operator_registers_a_subscriber_and_sees_its_page()
    {
        Assert.SkipWhen(PublishedPortal.Missing is not null, PublishedPortal.Missing ?? "");
        await using var portal = await PublishedPortal.StartAsync(
            "--demo", "--set", "Demo:Pace=0", "--set", "Demo:Subscribers=5", "--set", "Demo:Days=0");
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(portal.Address);
        await new PortalPages(page).SignInAsync(DemoApi.Operator, DemoApi.Password);

        await page.GotoAsync("/subscribers");
        await page.GetByRole(AriaRole.Button, new() { Name = "New subscriber" }).ClickAsync();
        await page.GetByLabel("Number", new() { Exact = true }).FillAsync("+8613912345678");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Wang Fang");
        await page.GetByLabel("PaymentIds", new() { Exact = true }).FillAsync("EP-NEW-0042");
        await page.SaveAsync("new-subscriber-1440");
        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Wang Fang");
        await page.SaveAsync("subscriber-1440");
    }
}
