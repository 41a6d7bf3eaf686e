namespace Portal.Shared.Offers;

/// <summary>Where an offer is in its life.</summary>
public enum OfferState
{
    /// <summary>Can be redeemed.</summary>
    Open,
    /// <summary>Was redeemed.</summary>
    Redeemed,
    /// <summary>Its time is over.</summary>
    Expired,
    /// <summary>The purchase that caused it was taken back.</summary>
    Withdrawn,
    /// <summary>The subscriber did not want it.</summary>
    Dismissed,
}

/// <summary>The steps that a candidate passes, in this order, before an offer is made.</summary>
public enum WaterfallStep
{
    /// <summary>The audience rule fits.</summary>
    Eligible,
    /// <summary>Offers are welcome on one of the promotion's channels.</summary>
    Consented,
    /// <summary>Not in the group that gets nothing, for comparison.</summary>
    NotHeldOut,
    /// <summary>Under every cap of the promotion and of messages.</summary>
    UnderCaps,
    /// <summary>The budget holds its cost.</summary>
    WithinBudget,
    /// <summary>A channel that works reaches the subscriber.</summary>
    Reachable,
    /// <summary>No better promotion fitted the same tap.</summary>
    NotOutranked,
}

/// <summary>One condition of an audience rule, with what was asked and what was seen.</summary>
/// <param name="Path">JSON path of the condition in the rule, such as <c>all[1].purchases</c>.</param>
/// <param name="Met">Whether it fitted.</param>
/// <param name="Asked">What the rule asks.</param>
/// <param name="Seen">What the profile said; <c>unknown</c> when it says nothing.</param>
public sealed record ConditionFinding(string Path, bool Met, string Asked, string Seen);

/// <summary>One step of the waterfall, with the values it looked at.</summary>
/// <param name="Reason">Stable code, such as <c>caps.daily</c>; <c>passed</c> when it passed.</param>
/// <param name="Values">What was compared, such as <c>made 100 of 100</c>.</param>
public sealed record StepFinding(WaterfallStep Step, bool Passed, string Reason, string Values);

/// <summary>Why an offer was made, or a candidate refused: rule, values, steps.</summary>
/// <param name="PromotionVersion">Version of the promotion whose rules were applied.</param>
/// <param name="Trigger">The tap, and how it fitted the trigger.</param>
/// <param name="Score">The benefit for this tap, minor units; greater goes first.</param>
/// <param name="Conditions">Every condition of the audience rule.</param>
/// <param name="Steps">Every step walked, in order; a refusal's last one failed.</param>
public sealed record OfferReasons(
    int PromotionVersion,
    string Trigger,
    long Score,
    IReadOnlyList<ConditionFinding> Conditions,
    IReadOnlyList<StepFinding> Steps);

/// <summary>An offer in a list. A merchant sees no subscriber.</summary>
public sealed record OfferSummary(
    Guid Id,
    int PromotionId,
    int? MerchantId,
    string Title,
    OfferState State,
    long? SubscriberId,
    string? Msisdn,
    DateTimeOffset MadeAt,
    DateTimeOffset ValidUntil,
    DateTimeOffset? ViewedAt,
    DateTimeOffset? EndedAt);

/// <summary>An offer with its explanation, for the operator.</summary>
/// <param name="Why">Plain words by language, as the subscriber reads them.</param>
public sealed record OfferView(
    OfferSummary Offer,
    string Text,
    Benefit Benefit,
    long TriggerPosition,
    OfferReasons Reasons,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Why,
    IReadOnlyList<RedemptionView> Redemptions);

/// <summary>Who was refused, at which step and why: one row per promotion, subscriber and local day.</summary>
public sealed record RefusalView(
    int PromotionId,
    long SubscriberId,
    DateOnly Day,
    WaterfallStep Step,
    string Reason,
    string Values,
    int Count,
    DateTimeOffset LastAt);

/// <summary>A promotion that could be offered to a subscriber now, or why not. Nothing is issued by asking.</summary>
/// <param name="Offered">Whether every step passed.</param>
public sealed record DecisionView(
    int PromotionId, int? MerchantId, string Title, string Text, Benefit Benefit, bool Offered, OfferReasons Reasons);
