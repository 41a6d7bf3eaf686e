using System.Text;
using Portal.Shared.Inbox;

namespace Portal.Server.Inbox.Pages;

/// <summary>One page of the inbox, and how it is sent.</summary>
/// <param name="FormToken">Of somebody who is signed in; null shows no menu.</param>
internal sealed record Page(InboxTexts Texts, string Title, Html Body, string? FormToken = null, int Status = 200)
    : IResult
{
    private const string WapXhtml = "application/vnd.wap.xhtml+xml";
    private const string Xhtml = "application/xhtml+xml";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = $"{ContentType(httpContext.Request)}; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = PageStyle.Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        // The address of an offer opens it: no other site may learn it.
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.Vary = "Accept, Accept-Language, Cookie";
        var bytes = Encoding.UTF8.GetBytes(Render());
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }

    public string Render() => Html.Of($"""
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" lang="{Texts.Language}" xml:lang="{Texts.Language}">
        <head><meta charset="utf-8"/><title>{Title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="robots" content="noindex"/>
        <style>{new Html(PageStyle.Css)}</style></head>
        <body><header><a href="{InboxPaths.Home}" accesskey="0">{Texts.Title}</a></header>
        <main>
        {Body}
        </main>
        {Foot()}
        </body></html>

        """).ToString();

    /// <summary>
    /// What a feature phone names first (OMA WAP 2.0), else XHTML, else HTML: the markup is well-formed for each of
    /// them.
    /// </summary>
    private static string ContentType(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        if (accept.Contains(WapXhtml, StringComparison.OrdinalIgnoreCase))
        {
            return WapXhtml;
        }

        return accept.Contains(Xhtml, StringComparison.OrdinalIgnoreCase) ? Xhtml : "text/html";
    }

    /// <summary>The way out is on every page, also for somebody who is not signed in.</summary>
    private Html Foot() => Html.Of($"""
        <div class="foot"><a href="{InboxPaths.Home}/consents" accesskey="9">{Texts.Settings}</a>
        {(FormToken is null ? Html.Empty : PostButton($"{InboxPaths.Home}/sign-out", FormToken, Texts.SignOut))}</div>
        """);

    /// <summary>A form of one button; what changes something is never a link.</summary>
    public static Html PostButton(string action, string? formToken, string label, string? style = null) => Html.Of($"""
        <form method="post" action="{action}"><input type="hidden" name="t" value="{formToken}"/>
        <button type="submit" class="{style}">{label}</button></form>
        """);
}
