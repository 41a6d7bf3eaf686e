using Portal.Shared.Offers;

namespace Portal.Server.Offers.Domain;

/// <summary>A later tap, or a code shown at a till, that used an offer.</summary>
internal sealed class Redemption
{
    public const int TransactionIdLength = 64;

    public long Number { get; init; }

    public required Guid Id { get; init; }

    public required Guid OfferId { get; init; }

    public required int PromotionId { get; init; }

    /// <summary>The sponsor; null for the operator.</summary>
    public int? MerchantId { get; init; }

    public required long SubscriberId { get; init; }

    public required RedeemedBy By { get; init; }

    public required int TerminalId { get; init; }

    public required int OutletId { get; init; }

    /// <summary>The terminal's id of the purchase; its refund voids the redemption.</summary>
    public string? TransactionId { get; init; }

    /// <summary>What is left of the purchase after refunds; null when the till did not say.</summary>
    public long? NetMinor { get; set; }

    public required long MinAmountMinor { get; init; }

    public required long CostMinor { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? VoidedAt { get; set; }
}
