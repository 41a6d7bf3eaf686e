using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using Portal.Server.Identity.Contracts;
using Portal.Server.Identity.Domain;
using Portal.Server.Platform.Cqrs;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Server.Identity.Accounts;

internal sealed class Accounts(UserManager<PortalUser> users, IOpenIddictApplicationManager applications) : IAccounts
{
    /// <summary>Name of the application property that holds a client's merchant.</summary>
    public const string MerchantProperty = "merchant_id";

    public async Task<Result<Done>> EnsurePersonAsync(
        string email, string password, string displayName, int? merchantId, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email) is not null)
        {
            return new Done();
        }

        var user = new PortalUser
        {
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            DisplayName = displayName,
            MerchantId = merchantId,
        };
        var outcome = await users.CreateAsync(user, password);
        return outcome.Succeeded
            ? new Done()
            : Error.Invalid("account.invalid", "account", string.Join(' ', outcome.Errors.Select(e => e.Description)));
    }

    public async Task<bool> HasPersonAsync(string email) => await users.FindByEmailAsync(email) is not null;

    public async Task<bool> RemovePersonAsync(string email) =>
        await users.FindByEmailAsync(email) is { } user && (await users.DeleteAsync(user)).Succeeded;

    public async Task<bool> RemoveClientAsync(string clientId, CancellationToken cancellationToken)
    {
        if (await applications.FindByClientIdAsync(clientId, cancellationToken) is not { } client)
        {
            return false;
        }

        await applications.DeleteAsync(client, cancellationToken);
        return true;
    }

    public async Task EnsureClientAsync(
        string clientId,
        string secret,
        string displayName,
        int? merchantId,
        IReadOnlyList<string> scopes,
        CancellationToken cancellationToken)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = clientId,
            ClientSecret = secret,
            DisplayName = displayName,
            ClientType = ClientTypes.Confidential,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
        };
        descriptor.Permissions.UnionWith(scopes.Select(scope => Permissions.Prefixes.Scope + scope));
        if (merchantId is { } merchant)
        {
            descriptor.Properties[MerchantProperty] =
                JsonSerializer.SerializeToElement(merchant.ToString(CultureInfo.InvariantCulture));
        }

        if (await applications.FindByClientIdAsync(clientId, cancellationToken) is { } existing)
        {
            await applications.UpdateAsync(existing, descriptor, cancellationToken);
        }
        else
        {
            await applications.CreateAsync(descriptor, cancellationToken);
        }
    }
}
