using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Identity.Contracts;

/// <summary>Makes the accounts of people and the clients of systems.</summary>
internal interface IAccounts
{
    /// <summary>Makes a person's account, or leaves the one that has this e-mail address as it is.</summary>
    /// <param name="merchantId">The person's merchant; null for the operator's people.</param>
    Task<Result<Done>> EnsurePersonAsync(
        string email, string password, string displayName, int? merchantId, CancellationToken cancellationToken);

    /// <summary>Whether a person has an account with this e-mail address.</summary>
    Task<bool> HasPersonAsync(string email);

    /// <summary>Deletes a person's account; false when there is none.</summary>
    Task<bool> RemovePersonAsync(string email);

    /// <summary>Deletes a client, so that it gets no token any more; false when there is none.</summary>
    Task<bool> RemoveClientAsync(string clientId, CancellationToken cancellationToken);

    /// <summary>Makes a client for the client-credentials grant (RFC 6749 section 4.4), or sets its secret and scopes.</summary>
    /// <param name="merchantId">The one merchant for which it may act; null for the operator's systems.</param>
    Task EnsureClientAsync(
        string clientId,
        string secret,
        string displayName,
        int? merchantId,
        IReadOnlyList<string> scopes,
        CancellationToken cancellationToken);
}

/// <summary>What a token may be used for.</summary>
internal static class PortalScopes
{
    public const string WriteTransactions = "transactions.write";

    public const string WriteRedemptions = "redemptions.write";

    public const string Api = "portal.api";

    public static IReadOnlyList<string> All { get; } = [WriteTransactions, WriteRedemptions, Api];
}
