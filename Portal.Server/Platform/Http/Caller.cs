using System.Globalization;
using System.Security.Claims;

namespace Portal.Server.Platform.Http;

/// <summary>On whose behalf a request is made: the operator, or one merchant.</summary>
/// <param name="MerchantId">The merchant whose data alone may be seen; null for the operator.</param>
internal readonly record struct Caller(int? MerchantId)
{
    /// <summary>Claim with the merchant's number; a principal without it is the operator's.</summary>
    public const string MerchantClaim = "portal_merchant";

    /// <summary>Claim that marks the operator's people and systems.</summary>
    public const string OperatorClaim = "portal_operator";

    public static Caller Operator => new((int?)null);

    public bool IsOperator => MerchantId is null;

    /// <summary>Reads the caller from the signed-in principal.</summary>
    /// <exception cref="InvalidOperationException">It belongs to nobody: a policy is missing on the endpoint.</exception>
    public static Caller Of(ClaimsPrincipal user)
    {
        var merchant = user.FindFirstValue(MerchantClaim);
        if (merchant is not null)
        {
            return new Caller(int.Parse(merchant, CultureInfo.InvariantCulture));
        }

        return user.HasClaim(claim => claim.Type == OperatorClaim)
            ? Operator
            : throw new InvalidOperationException("The principal is neither an operator's nor a merchant's.");
    }

    public bool MaySee(int merchantId) => MerchantId is null || MerchantId == merchantId;
}
