using Portal.Shared.Delivery;

namespace Portal.Shared.Offers;

/// <summary>What an offer gives.</summary>
public enum BenefitKind
{
    /// <summary>News only.</summary>
    Info,
    /// <summary>Percent of the amount.</summary>
    PercentOff,
    /// <summary>An amount, minor units.</summary>
    AmountOff,
    /// <summary>A gift of this worth, minor units.</summary>
    Gift,
}

/// <summary>Where a promotion is in its life.</summary>
public enum PromotionStatus
{
    /// <summary>Being written; makes no offers.</summary>
    Draft,
    /// <summary>Makes offers within its schedule.</summary>
    Active,
    /// <summary>Makes none for now; open offers stay open.</summary>
    Paused,
    /// <summary>Makes none any more; cannot be activated again.</summary>
    Ended,
}

/// <summary>Title and text in one language.</summary>
/// <param name="Title">At most 60 characters.</param>
/// <param name="Text">At most 300 characters.</param>
public sealed record PromotionText(string Title, string Text);

/// <summary>What an offer gives.</summary>
/// <param name="Value">Percent for <see cref="BenefitKind.PercentOff"/>, else minor units; 0 for Info.</param>
public sealed record Benefit(BenefitKind Kind, long Value);

/// <summary>Which taps make the promotion come up. An empty list does not narrow; all that is given must fit.</summary>
public sealed record PromotionTrigger
{
    /// <summary>Codes of consumption categories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>At one of these merchants, or one of <see cref="OutletIds"/>.</summary>
    public IReadOnlyList<int> MerchantIds { get; init; } = [];

    /// <summary>At one of these outlets, or one of <see cref="MerchantIds"/>.</summary>
    public IReadOnlyList<int> OutletIds { get; init; } = [];

    /// <summary>At an outlet in one of these districts.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>Smallest amount of the tap, minor units.</summary>
    public long MinAmountMinor { get; init; }

    /// <summary>Local hours of the tap.</summary>
    public HourWindow? Hours { get; init; }

    /// <summary>Local days of the tap.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];
}

/// <summary>When offers are made.</summary>
/// <param name="StartsAt">First instant; at once when left out.</param>
/// <param name="EndsAt">End, exclusive; never when left out.</param>
/// <param name="Hours">Local hours in which offers are made.</param>
public sealed record PromotionSchedule(
    DateTimeOffset? StartsAt = null, DateTimeOffset? EndsAt = null, HourWindow? Hours = null);

/// <summary>How many offers are made at most. Null: no limit.</summary>
public sealed record PromotionLimits
{
    /// <summary>Offers in all.</summary>
    public int? TotalCap { get; init; }

    /// <summary>Offers per local day.</summary>
    public int? DailyCap { get; init; }

    /// <summary>Offers to one subscriber.</summary>
    public int? PerSubscriberCap { get; init; }

    /// <summary>Days between two offers to one subscriber.</summary>
    public int CoolDownDays { get; init; }

    /// <summary>What all redemptions may cost, minor units; open offers reserve their cost.</summary>
    public long? BudgetMinor { get; init; }

    /// <summary>Percent of the audience that never gets the offer, so that its effect can be measured.</summary>
    public int HoldoutPercent { get; init; }
}

/// <summary>Which tap, or code at a till, redeems an offer.</summary>
public sealed record RedemptionRule
{
    /// <summary>Smallest amount, minor units.</summary>
    public long MinAmountMinor { get; init; }

    /// <summary>Outlets of the owner; empty: all of them.</summary>
    public IReadOnlyList<int> OutletIds { get; init; } = [];

    /// <summary>For the operator's own promotions: any outlet in these categories; empty: by code only.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Only the code redeems, not a tap.</summary>
    public bool CodeOnly { get; init; }
}

/// <summary>Creates a promotion (as a draft), or changes one.</summary>
public sealed record SavePromotion
{
    /// <summary>The owner; null for the operator's own [0043]. A merchant's people may leave it out.</summary>
    public int? MerchantId { get; init; }

    /// <summary>Name in the portal, at most 120 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Texts by language (<c>zh-CN</c>, <c>en</c>); at least one.</summary>
    public required IReadOnlyDictionary<string, PromotionText> Texts { get; init; }

    /// <summary>What it gives.</summary>
    public required Benefit Benefit { get; init; }

    /// <summary>What one redemption costs the sponsor, minor units.</summary>
    public long CostMinor { get; init; }

    /// <summary>Whom it is for; everybody when left out.</summary>
    public AudienceRule Audience { get; init; } = new() { All = [] };

    /// <summary>Which taps bring it up.</summary>
    public PromotionTrigger Trigger { get; init; } = new();

    /// <summary>When offers are made.</summary>
    public PromotionSchedule Schedule { get; init; } = new();

    /// <summary>How long an offer can be redeemed, in hours: 1 to 8,784 (366 days).</summary>
    public int ValidHours { get; init; } = 7 * 24;

    /// <summary>How many offers at most.</summary>
    public PromotionLimits Limits { get; init; } = new();

    /// <summary>Channels in order of preference; the inbox always has the offer. Empty: inbox only.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>What redeems an offer.</summary>
    public RedemptionRule Redemption { get; init; } = new();
}

/// <summary>A promotion in a list.</summary>
public sealed record PromotionSummary(
    int Id,
    int? MerchantId,
    string Name,
    PromotionStatus Status,
    Benefit Benefit,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    long Made,
    long Redeemed,
    DateTimeOffset UpdatedAt);

/// <summary>A promotion with all its rules and its counters.</summary>
/// <param name="Version">Grows with every change of the definition.</param>
public sealed record PromotionView(
    int Id,
    int? MerchantId,
    PromotionStatus Status,
    int Version,
    SavePromotion Definition,
    PromotionCounts Counts,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>Where a promotion's counters stand.</summary>
/// <param name="Made">Offers made and not withdrawn.</param>
/// <param name="Redeemed">Offers redeemed and not voided.</param>
/// <param name="ReservedMinor">Cost of the open offers.</param>
/// <param name="SpentMinor">Cost of the redeemed ones.</param>
public sealed record PromotionCounts(long Made, long Redeemed, long ReservedMinor, long SpentMinor);

/// <summary>How many people a rule fits now. Null numbers are withheld: fewer than ten people.</summary>
/// <param name="Total">All subscribers whom the rule fits.</param>
/// <param name="Reachable">Of those, who consented, by channel.</param>
/// <param name="Withheld">Whether <paramref name="Total"/> is under the smallest number shown to a merchant.</param>
public sealed record AudienceCount(int? Total, IReadOnlyDictionary<Channel, int?> Reachable, bool Withheld);

/// <summary>Counts an audience before it is saved.</summary>
/// <param name="MerchantId">Stands for "this merchant" in the rule; null for the operator.</param>
public sealed record CountAudience(AudienceRule Audience, int? MerchantId = null);

/// <summary>What became of a promotion. Null numbers are withheld from merchants: fewer than ten people.</summary>
/// <param name="Refusals">Who was stopped, by step of the waterfall.</param>
public sealed record PromotionResults(
    int PromotionId,
    long? Made,
    long? Viewed,
    long? Redeemed,
    long? Expired,
    long? Withdrawn,
    long SpentMinor,
    long ReservedMinor,
    IReadOnlyList<StepCount> Refusals);

/// <summary>How many people one step of the waterfall stopped, and how often.</summary>
public sealed record StepCount(WaterfallStep Step, string Reason, long? People, long? Times);
