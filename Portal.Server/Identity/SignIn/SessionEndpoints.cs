using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Server.Identity.Domain;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Platform;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Http;
using Portal.Shared.Identity;

namespace Portal.Server.Identity.SignIn;

/// <summary>Browsers sign in with a same-site cookie; no token is kept in a browser.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/api/v1/session").WithTags("Session");
        session.MapPost("/", SignInAsync).AllowAnonymous()
            .Produces<SessionView>().WithSummary("Signs a person in with e-mail address and password.");
        session.MapGet("/", ShowAsync).RequireAuthorization(Policies.Portal)
            .Produces<SessionView>().WithSummary("Says who is signed in.");
        session.MapDelete("/", SignOutAsync).AllowAnonymous()
            .Produces(StatusCodes.Status204NoContent).WithSummary("Signs out.");
    }

    private static async Task<IResult> SignInAsync(
        SignInRequest body,
        HttpContext http,
        SignInManager<PortalUser> signIn,
        IMerchantDirectory merchants,
        IOptions<PortalOptions> options,
        CancellationToken cancellationToken)
    {
        var outcome = await signIn.PasswordSignInAsync(
            body.Email, body.Password, isPersistent: false, lockoutOnFailure: true);
        if (!outcome.Succeeded)
        {
            // One answer for a wrong address, a wrong password and a locked account: nothing can be probed.
            return new Error(
                "session.refused",
                "The e-mail address or the password is wrong, or there were too many attempts; wait five minutes.",
                ErrorKind.Unauthenticated).ToHttp();
        }

        var user = await signIn.UserManager.FindByEmailAsync(body.Email);
        var principal = await signIn.CreateUserPrincipalAsync(user!);
        return Results.Ok(await DescribeAsync(principal, merchants, options.Value, cancellationToken));
    }

    private static async Task<IResult> ShowAsync(
        ClaimsPrincipal user,
        IMerchantDirectory merchants,
        IOptions<PortalOptions> options,
        CancellationToken cancellationToken) =>
        Results.Ok(await DescribeAsync(user, merchants, options.Value, cancellationToken));

    private static async Task<IResult> SignOutAsync(HttpContext http, CancellationToken _)
    {
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.NoContent();
    }

    private static async Task<SessionView> DescribeAsync(
        ClaimsPrincipal user, IMerchantDirectory merchants, PortalOptions options, CancellationToken cancellationToken)
    {
        var caller = Caller.Of(user);
        var merchant = caller.MerchantId is { } id ? await merchants.FindAsync(id, cancellationToken) : null;
        return new SessionView(
            user.FindFirstValue(PortalClaims.DisplayName) ?? user.Identity?.Name ?? "",
            caller.IsOperator,
            caller.MerchantId,
            merchant?.Name,
            options.Currency,
            options.TimeZone,
            options.Demo);
    }
}

/// <summary>Adds to a person's cookie on whose behalf they act.</summary>
internal sealed class PortalClaims(
    UserManager<PortalUser> users, IOptions<Microsoft.AspNetCore.Identity.IdentityOptions> options)
    : UserClaimsPrincipalFactory<PortalUser>(users, options)
{
    public const string DisplayName = "portal_name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        identity.AddClaim(user.MerchantId is { } merchant
            ? new Claim(Caller.MerchantClaim, merchant.ToString(CultureInfo.InvariantCulture))
            : new Claim(Caller.OperatorClaim, "true"));
        return identity;
    }
}
