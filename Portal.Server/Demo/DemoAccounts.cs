using Portal.Server.Identity.Contracts;
using Portal.Server.Merchants.Contracts;

namespace Portal.Server.Demo;

/// <summary>Accounts with well-known passwords: they exist only while the portal runs in demo mode.</summary>
internal sealed class DemoAccounts(IAccounts accounts, IMerchantDirectory merchants)
{
    public const string Operator = "operator@demo.example";
    public const string Merchant = "merchant@demo.example";
    public const string Password = "Portal-demo-1!";
    public const string MerchantCode = "M-001";
    public const string ClientId = "demo-tms";
    public const string ClientSecret = "demo-tms-secret";

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var merchant = await merchants.FindByCodeAsync(MerchantCode, cancellationToken);
        await EnsurePersonAsync(Operator, "Demo Operator", null, cancellationToken);
        await EnsurePersonAsync(Merchant, "Demo Merchant", merchant!.Id, cancellationToken);
        // All scopes: what a terminal management system does, and what somebody who tries the API wants to do.
        await accounts.EnsureClientAsync(
            ClientId, ClientSecret, "Demo terminal management", null, PortalScopes.All, cancellationToken);
    }

    /// <summary>Deletes them; true when there were any.</summary>
    public async Task<bool> RemoveAsync(CancellationToken cancellationToken)
    {
        var people = await accounts.RemovePersonAsync(Operator) | await accounts.RemovePersonAsync(Merchant);
        return await accounts.RemoveClientAsync(ClientId, cancellationToken) | people;
    }

    private async Task EnsurePersonAsync(
        string email, string name, int? merchantId, CancellationToken cancellationToken)
    {
        var made = await accounts.EnsurePersonAsync(email, Password, name, merchantId, cancellationToken);
        if (!made.IsSuccess)
        {
            throw new InvalidOperationException(made.Error.Message);
        }
    }
}
