using Microsoft.Playwright;

namespace Portal.E2E;

public sealed class FirstPageTests
{
    [Fact]
    public async Task The_published_client_starts_in_a_browser()
    {
        Assert.SkipWhen(PublishedPortal.Missing is not null, PublishedPortal.Missing ?? "");
        await using var portal = await PublishedPortal.StartAsync();
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(portal.Address);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }
}
