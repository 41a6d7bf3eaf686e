namespace Portal.Server.Platform.Http;

/// <summary>Names of the authorization policies; the Identity module says what each demands.</summary>
internal static class Policies
{
    /// <summary>A terminal, or the operator's terminal management system, with scope <c>transactions.write</c>.</summary>
    public const string PostTransactions = "post-transactions";

    /// <summary>A till or an integration with scope <c>redemptions.write</c>, or a person of a merchant or operator.</summary>
    public const string Redeem = "redeem";

    /// <summary>The operator's people, or its systems with scope <c>portal.api</c>.</summary>
    public const string Operator = "operator";

    /// <summary>The operator's or a merchant's people or systems; the handler narrows to what the caller may see.</summary>
    public const string Portal = "portal";
}
