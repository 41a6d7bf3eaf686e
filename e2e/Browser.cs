using Microsoft.Playwright;

namespace Portal.E2E;

/// <summary>Debian's Chromium without a window.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] _flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = PublishedPortal.Chromium,
            Args = _flags,
        });
        return new Browser(playwright, browser);
    }

    /// <summary>Opens a page in a context of its own (its own cookies).</summary>
    public async Task<IPage> OpenAsync(Uri address, int width = 1440, int height = 900, bool javaScript = true)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            JavaScriptEnabled = javaScript,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(20_000);
        page.Console += (_, message) => TestContext.Current.TestOutputHelper?.WriteLine($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => TestContext.Current.TestOutputHelper?.WriteLine($"page error: {error}");
        page.Response += (_, answer) => Note(answer);
        await page.GotoAsync(address.ToString());
        return page;
    }

    private static void Note(IResponse answer)
    {
        if (answer.Status >= 400)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{answer.Status} {answer.Url}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
