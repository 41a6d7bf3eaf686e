namespace Portal.Shared.Offers;

/// <summary>What redeemed an offer.</summary>
public enum RedeemedBy
{
    /// <summary>A later tap that fitted.</summary>
    Tap,
    /// <summary>The code, shown at a till.</summary>
    Code,
}

/// <summary>Redeems the offer with this code at a till. Safe to repeat with the same transactionId.</summary>
/// <param name="Code">Eight characters; case, spaces and hyphens do not matter.</param>
/// <param name="TerminalId">The till's terminal.</param>
/// <param name="AmountMinor">Amount of the purchase, minor units; required where the offer has a smallest one.</param>
/// <param name="TransactionId">The terminal's id of the purchase; its refund then takes the redemption back.</param>
public sealed record RedeemCode(string Code, string TerminalId, long? AmountMinor = null, string? TransactionId = null);

/// <summary>A redemption. A merchant sees no subscriber.</summary>
/// <param name="VoidedAt">When a refund took it back.</param>
public sealed record RedemptionView(
    Guid Id,
    Guid OfferId,
    int PromotionId,
    int? MerchantId,
    RedeemedBy By,
    int OutletId,
    string? TransactionId,
    long? AmountMinor,
    long CostMinor,
    DateTimeOffset At,
    DateTimeOffset? VoidedAt,
    long? SubscriberId);

/// <summary>The answer at the till.</summary>
/// <param name="Repeated">Whether the same till had redeemed it for the same transaction before.</param>
public sealed record CodeRedeemed(
    Guid RedemptionId, string Title, Benefit Benefit, long CostMinor, DateTimeOffset At, bool Repeated);
