using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Portal.Server.Identity.Contracts;
using Portal.Server.Identity.Domain;
using Portal.Server.Identity.SignIn;
using Portal.Server.Identity.Tokens;
using Portal.Server.Platform;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;

namespace Portal.Server.Identity;

/// <summary>Who may do what: people by cookie, systems by OpenID Connect tokens (OpenIddict, ADR 0004).</summary>
internal static class IdentityModule
{
    /// <summary>Picks the token handler when a request carries a bearer token, else the cookie handler.</summary>
    private const string EitherScheme = "portal";

    public static void AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<SignInOptions>(SignInOptions.Section);
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, options => options.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.Count > 0
                    ? BearerHandler.Name
                    : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.Name, null)
            .AddIdentityCookies();
        services.AddSingleton<TokenCache>();
        services.AddIdentityCore<PortalUser>(ConfigurePasswords)
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(ConfigureCookie);
        services.AddTokenServer(configuration);
        services.AddAuthorization(ConfigurePolicies);
        services.AddScoped<IAccounts, Accounts.Accounts>();
    }

    /// <summary>
    /// Finds out who asks. A token that was checked a moment ago is taken at once: asking OpenIddict's handlers on every
    /// request would cost more than recording a tap does.
    /// </summary>
    public static void UsePortalAuthentication(this IApplicationBuilder app)
    {
        // The host adds the middleware for all requests by itself unless it finds this mark.
        app.Properties["__AuthenticationMiddlewareSet"] = true;
        var cache = app.ApplicationServices.GetRequiredService<TokenCache>();
        app.UseWhen(http => !BearerHandler.TryRecognise(http, cache), unknown => unknown.UseAuthentication());
    }

    public static void MapIdentity(this IEndpointRouteBuilder routes)
    {
        TokenEndpoint.Map(routes);
        SessionEndpoints.Map(routes);
    }

    private static void ConfigurePasswords(Microsoft.AspNetCore.Identity.IdentityOptions options)
    {
        // NIST SP 800-63B section 5.1.1: length counts, composition rules do not help.
        options.Password.RequiredLength = 12;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.User.RequireUniqueEmail = true;
        options.Lockout.MaxFailedAccessAttempts = 10;
    }

    private static void ConfigureCookie(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "portal";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        // An API answers with a status; the client knows where its sign-in page is.
        options.Events.OnRedirectToLogin = context => Answer(context.HttpContext, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, StatusCodes.Status403Forbidden);
    }

    private static Task Answer(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static void ConfigurePolicies(AuthorizationOptions options)
    {
        options.AddPolicy(Policies.PostTransactions, policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.User.HasPortalScope(PortalScopes.WriteTransactions)));
        options.AddPolicy(Policies.Redeem, policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.User.IsPersonOr(PortalScopes.WriteRedemptions)));
        options.AddPolicy(Policies.Operator, policy => policy
            .RequireClaim(Caller.OperatorClaim)
            .RequireAssertion(context => context.User.IsPersonOr(PortalScopes.Api)));
        options.AddPolicy(Policies.Portal, policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.User.IsPersonOr(PortalScopes.Api)));
        // An endpoint that says nothing is closed; what is no endpoint, and the client's own files, are not guarded.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http
                && (http.GetEndpoint() is null || http.Request.Path.StartsWithSegments("/_framework")))
            .Build();
    }
}
