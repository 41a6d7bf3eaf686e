using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpenIddict.Validation.AspNetCore;

namespace Portal.Server.Identity.Tokens;

/// <summary>Checks bearer tokens (RFC 6750): by OpenIddict, or by remembering that OpenIddict has just done so.</summary>
internal sealed class BearerHandler(
    TokenCache cache, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "portal-bearer";

    private const string Prefix = "Bearer ";
    private const string Checker = OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme;

    /// <summary>Signs a request in whose token was checked a moment ago.</summary>
    public static bool TryRecognise(HttpContext http, TokenCache cache)
    {
        if (TokenOf(http.Request) is not { } token || cache.Find(token) is not { } known)
        {
            return false;
        }

        http.User = known;
        return true;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Request) is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        var outcome = await Context.AuthenticateAsync(Checker);
        if (outcome.Succeeded)
        {
            cache.Keep(token, outcome.Principal);
        }

        return outcome;
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Context.ChallengeAsync(Checker, properties);

    /// <summary>RFC 6750 section 3.1: the token is good, but not for this.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        Response.Headers.WWWAuthenticate = "Bearer error=\"insufficient_scope\"";
        return Task.CompletedTask;
    }

    private static string? TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..] : null;
    }
}
