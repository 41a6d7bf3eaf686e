using System.Globalization;
using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>The portal of operators and merchants, as a person at a desk uses it.</summary>
public sealed class PortalPages(IPage page)
{
    public IPage Page => page;

    public async Task SignInAsync(string email, string password)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(Kpi("taps-today")).ToBeVisibleAsync();
    }

    /// <summary>The big number of a tile of the live dashboard.</summary>
    public ILocator Kpi(string key) => page.Locator($"[data-kpi='{key}']");

    public async Task<int> ReadKpiAsync(string key) => int.Parse(
        (await Kpi(key).InnerTextAsync()).Trim(), NumberStyles.Integer | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    public Task ExpectKpiAsync(string key, int value) => Assertions.Expect(Kpi(key))
        .ToHaveTextAsync(value.ToString("N0", CultureInfo.InvariantCulture));
}

/// <summary>The inbox, as a phone without script shows it.</summary>
public sealed class InboxPages(IPage page)
{
    public async Task AskForCodeAsync(string msisdn)
    {
        await page.GotoAsync("/m");
        await page.Locator("input[name=msisdn]").FillAsync(msisdn);
        await page.Locator("form[action$='/sign-in'] button").ClickAsync();
        await Assertions.Expect(page.Locator("input[name=code]")).ToBeVisibleAsync();
    }

    public async Task EnterCodeAsync(string code)
    {
        await page.Locator("input[name=code]").FillAsync(code);
        await page.Locator("form[action$='/code'] button").ClickAsync();
    }

    public ILocator Offer(string title) => page.GetByRole(AriaRole.Link).Filter(new() { HasText = title });

    public ILocator RedemptionCode => page.Locator(".code");
}
