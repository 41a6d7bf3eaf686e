using Microsoft.Playwright;

namespace Portal.E2E;

/// <summary>Where screenshots go when PORTAL_E2E_SHOTS names a folder.</summary>
public static class Shots
{
    public static async Task SaveAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PORTAL_E2E_SHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(folder, $"{name}.png"),
                FullPage = true,
            });
        }
    }
}
