using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using Portal.Server.Identity.Contracts;
using Portal.Server.Platform;
using Portal.Server.Platform.Database;

namespace Portal.Server.Identity.Tokens;

internal static class TokenServer
{
    public static void AddTokenServer(this IServiceCollection services, IConfiguration configuration)
    {
        var signIn = configuration.GetSection(SignInOptions.Section).Get<SignInOptions>() ?? new SignInOptions();
        var publicUrl = configuration[$"{PortalOptions.Section}:{nameof(PortalOptions.PublicUrl)}"] ?? "";
        var issuer = signIn.Issuer.Length > 0 ? signIn.Issuer : publicUrl;
        services.AddOpenIddict()
            .AddCore(options => options.UseEntityFrameworkCore().UseDbContext<PortalDbContext>())
            .AddServer(options =>
            {
                options.SetTokenEndpointUris("connect/token");
                options.AllowClientCredentialsFlow();
                options.RegisterScopes([.. PortalScopes.All]);
                options.SetAccessTokenLifetime(signIn.TokenLifetime);
                // Signed, not encrypted: it holds a client's name and scopes, and is checked without a database.
                options.DisableAccessTokenEncryption();
                options.DisableTokenStorage();
                var server = options.UseAspNetCore().EnableTokenEndpointPassthrough();
                if (signIn.AllowHttp)
                {
                    server.DisableTransportSecurityRequirement();
                }

                if (issuer.Length > 0)
                {
                    options.SetIssuer(new Uri(issuer));
                }
            })
            .AddValidation(options =>
            {
                options.UseLocalServer();
                options.UseAspNetCore();
            });
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, KeyLoading>();
    }

    /// <summary>Whether the principal is a signed-in person, or a system whose token has the scope.</summary>
    public static bool IsPersonOr(this ClaimsPrincipal user, string scope) =>
        user.Identities.Any(identity => identity.AuthenticationType == IdentityConstants.ApplicationScheme)
        || user.HasPortalScope(scope);

    public static bool HasPortalScope(this ClaimsPrincipal user, string scope) => user.HasScope(scope);

    /// <summary>Reads the keys when options are first used, after the data folder is known to be right.</summary>
    private sealed class KeyLoading(IOptions<PortalOptions> portal) : IConfigureOptions<OpenIddictServerOptions>
    {
        public void Configure(OpenIddictServerOptions options)
        {
            options.SigningCredentials.Add(new(
                SigningKeys.Signing(portal.Value), Microsoft.IdentityModel.Tokens.SecurityAlgorithms.EcdsaSha256));
            options.EncryptionCredentials.Add(new(
                SigningKeys.Encryption(portal.Value),
                Microsoft.IdentityModel.Tokens.SecurityAlgorithms.Aes256KW,
                Microsoft.IdentityModel.Tokens.SecurityAlgorithms.Aes256CbcHmacSha512));
        }
    }
}
