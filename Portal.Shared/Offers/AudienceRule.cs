using System.Text.Json.Serialization;
using Portal.Shared.Subscribers;

namespace Portal.Shared.Offers;

/// <summary>
/// Whom a promotion is for [0039-0041]: a tree of conditions. Exactly one property of a node is given, such as
/// <c>{ "all": [ { "gender": ["F"] }, { "purchases": { "category": "dining", "countAtLeast": 5 } } ] }</c>. What is not
/// known of somebody never fits a condition, and its <c>not</c> does.
/// </summary>
public sealed record AudienceRule
{
    /// <summary>Every one of these fits; an empty list fits everybody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AudienceRule>? All { get; init; }

    /// <summary>At least one of these fits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AudienceRule>? Any { get; init; }

    /// <summary>This does not fit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AudienceRule? Not { get; init; }

    /// <summary>Registered gender.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Gender>? Gender { get; init; }

    /// <summary>Age in whole years.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NumberRange? Age { get; init; }

    /// <summary>Registered occupation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Occupation { get; init; }

    /// <summary>District of residence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? District { get; init; }

    /// <summary>Language; <c>zh</c> also fits zh-CN.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Language { get; init; }

    /// <summary>Average revenue per user and month, minor units.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NumberRange? ArpuMinor { get; init; }

    /// <summary>Whole months since the contract began.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NumberRange? ContractMonths { get; init; }

    /// <summary>Level of spending, 1 to 5.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Level { get; init; }

    /// <summary>A category's share of the purchases of 90 days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HabitShareRule? HabitShare { get; init; }

    /// <summary>The category with most purchases in 90 days is one of these.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? TopCategory { get; init; }

    /// <summary>The district with most purchases in 90 days is one of these.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? UsualDistrict { get; init; }

    /// <summary>Share of the purchases of 90 days in some hours of the day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ActiveHoursRule? ActiveHours { get; init; }

    /// <summary>Growth or decline of spending in a category.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TendencyRule? Tendency { get; init; }

    /// <summary>More than a set number of purchases or a set amount [0041].</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PurchasesRule? Purchases { get; init; }

    /// <summary>Has bought nothing at the merchant before the tap.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NewCustomerRule? NewCustomer { get; init; }

    /// <summary>Has bought at the merchant before, but not for some time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LapsedCustomerRule? LapsedCustomer { get; init; }
}

/// <summary>From and to, both inclusive; at least one of them is given.</summary>
public sealed record NumberRange(long? From = null, long? To = null);

/// <summary>
/// Hours of the day in the operator's time zone: from (0-23) until before to (1-24); may run over midnight.
/// </summary>
public sealed record HourWindow(int From, int To);

/// <summary>A category's share of somebody's purchases of 90 days.</summary>
/// <param name="Category">Code of a consumption category.</param>
/// <param name="AtLeastPercent">1 to 100.</param>
public sealed record HabitShareRule(string Category, int AtLeastPercent);

/// <summary>Share of purchases in some hours of the day.</summary>
/// <param name="From">0 to 23.</param>
/// <param name="To">1 to 24, exclusive.</param>
/// <param name="AtLeastPercent">1 to 100.</param>
public sealed record ActiveHoursRule(int From, int To, int AtLeastPercent);

/// <summary>What is growing or shrinking: percent against the time before; unknown never fits.</summary>
/// <param name="Category">Code of a consumption category.</param>
/// <param name="AtLeastPercent">At least this; such as 20 for growth of a fifth.</param>
/// <param name="AtMostPercent">At most this; such as -20 for a decline of a fifth.</param>
public sealed record TendencyRule(string Category, int? AtLeastPercent = null, int? AtMostPercent = null);

/// <summary>Purchases of the last days: as many, or as much; when both are given, either is enough [0041].</summary>
/// <param name="WindowDays">1 to 365.</param>
/// <param name="CountAtLeast">Number of purchases.</param>
/// <param name="AmountAtLeastMinor">Amount, minor units.</param>
/// <param name="Category">Only in this category.</param>
/// <param name="MerchantId">Only at this merchant.</param>
public sealed record PurchasesRule(
    int WindowDays,
    int? CountAtLeast = null,
    long? AmountAtLeastMinor = null,
    string? Category = null,
    int? MerchantId = null);

/// <summary>A customer for the first time.</summary>
/// <param name="MerchantId">The promotion's own merchant when left out.</param>
public sealed record NewCustomerRule(int? MerchantId = null);

/// <summary>A customer who has stayed away.</summary>
/// <param name="Days">No visit for so many days, 1 to 365, but one before.</param>
/// <param name="MerchantId">The promotion's own merchant when left out.</param>
public sealed record LapsedCustomerRule(int Days, int? MerchantId = null);
