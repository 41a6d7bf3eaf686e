namespace Portal.Shared.Delivery;

/// <summary>Where a delivery stands. Each of the last five is an end.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its time.</summary>
    Pending,
    /// <summary>Held back by quiet hours; goes on when they end.</summary>
    Held,
    /// <summary>
    /// Being handed to the gateway; after a crash in this state nobody knows whether the gateway has it.
    /// </summary>
    Submitting,
    /// <summary>The gateway has it.</summary>
    Submitted,
    /// <summary>The network has it.</summary>
    Accepted,
    /// <summary>The network keeps it because the phone is off.</summary>
    Buffered,
    /// <summary>On the phone.</summary>
    Delivered,
    /// <summary>The network gave up or refused it.</summary>
    Failed,
    /// <summary>Its time was over before it was known to have arrived.</summary>
    Expired,
    /// <summary>Called back: by STOP, by the operator, or because its offer ended.</summary>
    Cancelled,
    /// <summary>Not sent because a rule forbade it; <see cref="DeliveryView.Reason"/> says which.</summary>
    Refused,
}

/// <summary>Stable codes that say why a delivery is held, was refused or failed.</summary>
public static class DeliveryReasons
{
    /// <summary>No consent to offers on this channel.</summary>
    public const string NoConsent = "no-consent";

    /// <summary>The subscriber sent STOP.</summary>
    public const string Stopped = "stopped";

    /// <summary>It is night where the subscriber is.</summary>
    public const string QuietHours = "quiet-hours";

    /// <summary>The subscriber's time zone is not known, so it might be night.</summary>
    public const string UnknownTimeZone = "unknown-time-zone";

    /// <summary>Enough messages today.</summary>
    public const string DailyCap = "daily-cap";

    /// <summary>Enough messages this week.</summary>
    public const string WeeklyCap = "weekly-cap";

    /// <summary>The offer is no longer open.</summary>
    public const string OfferClosed = "offer-closed";

    /// <summary>The subscriber has no number or is gone.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>Its time was over before it could be sent.</summary>
    public const string TooLate = "too-late";

    /// <summary>The gateway refused it.</summary>
    public const string Rejected = "rejected";

    /// <summary>The network reported that it could not deliver it.</summary>
    public const string NotDelivered = "not-delivered";

    /// <summary>The gateway was away as often as it is tried.</summary>
    public const string TooManyAttempts = "too-many-attempts";

    /// <summary>Handed over, but no receipt ever came.</summary>
    public const string NoReceipt = "no-receipt";

    /// <summary>Nobody knows whether the gateway has it, and it must not be sent twice.</summary>
    public const string OutcomeUnknown = "outcome-unknown";
}

/// <summary>A message that carries an offer, or a service message, to a phone.</summary>
/// <param name="Msisdn">Masked.</param>
/// <param name="OfferId">Null for a service message.</param>
/// <param name="Reason">One of <see cref="DeliveryReasons"/>, where the state needs one.</param>
/// <param name="Text">What is said; null for a service message, whose text may hold a code.</param>
/// <param name="Attempts">How often it was handed to a gateway.</param>
public sealed record DeliveryView(
    Guid Id,
    Guid? OfferId,
    int? PromotionId,
    int? MerchantId,
    long SubscriberId,
    string Msisdn,
    Channel Channel,
    DeliveryState State,
    string? Reason,
    string? Text,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset DueAt,
    DateTimeOffset ValidUntil,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? EndedAt);
