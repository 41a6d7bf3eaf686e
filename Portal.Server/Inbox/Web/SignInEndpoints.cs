using Microsoft.Extensions.Options;
using Portal.Server.Inbox.Pages;
using Portal.Server.Inbox.SignIn;
using Portal.Shared.Inbox;

namespace Portal.Server.Inbox.Web;

internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var inbox = routes.MapGroup(InboxPaths.Home).AllowAnonymous().ExcludeFromDescription();
        inbox.MapGet("/sign-in", (HttpContext http) => SignInPages.AskNumber(InboxRequest.TextsOf(http)));
        inbox.MapPost("/sign-in", SendCodeAsync);
        inbox.MapPost("/code", CheckCodeAsync);
        inbox.MapPost("/sign-out", SignOutAsync);
    }

    private static async Task<IResult> SendCodeAsync(
        HttpContext http, SignInCodes codes, IOptions<InboxOptions> options)
    {
        var texts = InboxRequest.TextsOf(http);
        var form = await InboxRequest.FormAsync(http);
        if (TypedNumber.Read(form?["msisdn"].ToString(), options.Value.CountryCode) is not { } msisdn)
        {
            return SignInPages.AskNumber(texts, texts.NotANumber, StatusCodes.Status422UnprocessableEntity);
        }

        return await codes.SendAsync(msisdn, InboxRequest.AddressOf(http), http.RequestAborted) is { } signIn
            ? SignInPages.AskCode(texts, signIn)
            : SignInPages.TooMany(texts);
    }

    private static async Task<IResult> CheckCodeAsync(HttpContext http, SignInCodes codes, InboxSessions sessions)
    {
        var texts = InboxRequest.TextsOf(http);
        var form = await InboxRequest.FormAsync(http);
        if (form is null || !Guid.TryParse(form["signIn"].ToString(), out var signIn))
        {
            return SignInPages.Refused(texts);
        }

        var address = InboxRequest.AddressOf(http);
        if (await codes.CheckAsync(signIn, form["code"].ToString(), address, http.RequestAborted) is not { } subscriber)
        {
            return SignInPages.AskCode(texts, signIn, texts.WrongCode, StatusCodes.Status422UnprocessableEntity);
        }

        await sessions.BeginAsync(http, subscriber, http.RequestAborted);
        return SeeOther.To(InboxPaths.Home);
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, InboxSessions sessions, InboxRequest request)
    {
        if (await request.SignedInAsync(http) is { } known)
        {
            if (await InboxRequest.FormAsync(http) is not { } form || !InboxRequest.IsOurs(form, known.Visitor))
            {
                return SignInPages.Refused(known.Texts);
            }

            await sessions.EndAsync(http, http.RequestAborted);
        }

        return SeeOther.To($"{InboxPaths.Home}/sign-in");
    }
}

/// <summary>After a form: the browser gets the next page, and loading it again posts nothing (RFC 9110, 303).</summary>
internal sealed record SeeOther(string Location) : IResult
{
    public static SeeOther To(string location) => new(location);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Location;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
