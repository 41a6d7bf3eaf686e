using System.Security.Claims;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Portal.Server.Platform.Http;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Server.Identity.Tokens;

/// <summary><c>POST /connect/token</c>: client credentials (RFC 6749 section 4.4). OpenIddict has checked the secret.</summary>
internal static class TokenEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/connect/token", ExchangeAsync)
        .AllowAnonymous()
        .ExcludeFromDescription();

    private static async Task<IResult> ExchangeAsync(
        HttpContext http, IOpenIddictApplicationManager applications, CancellationToken cancellationToken)
    {
        var request = http.GetOpenIddictServerRequest()
            ?? throw new InvalidOperationException("OpenIddict did not recognise its own endpoint.");
        var application = await applications.FindByClientIdAsync(request.ClientId!, cancellationToken)
            ?? throw new InvalidOperationException("OpenIddict let an unknown client through.");
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, request.ClientId);
        identity.SetClaim(Claims.Name, await applications.GetDisplayNameAsync(application, cancellationToken));
        var properties = await applications.GetPropertiesAsync(application, cancellationToken);
        if (properties.TryGetValue(Accounts.Accounts.MerchantProperty, out var merchant))
        {
            identity.SetClaim(Caller.MerchantClaim, merchant.GetString());
        }
        else
        {
            identity.SetClaim(Caller.OperatorClaim, "true");
        }

        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return Results.SignIn(
            new ClaimsPrincipal(identity), properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
