using System.Globalization;
using Portal.Shared.Offers;
using Portal.Shared.Subscribers;

namespace Portal.Client.Promotions.Audience;

/// <summary>One condition: which of the values count depends on its kind.</summary>
public sealed class ConditionDraft : RuleDraft
{
    public ConditionKind Kind { get; init; }

    public IReadOnlyList<string> Words { get; set; } = [];

    public long? From { get; set; }

    public long? To { get; set; }

    public string? Category { get; set; }

    public int Percent { get; set; } = 20;

    public int Days { get; set; } = 30;

    public int? Count { get; set; }

    public long? AmountMinor { get; set; }

    public int? MerchantId { get; set; }

    /// <summary>For a tendency: whether it is about shrinking.</summary>
    public bool IsShrinking { get; set; }

    public static ConditionDraft New(ConditionKind kind) => kind switch
    {
        ConditionKind.Age => new ConditionDraft { Kind = kind, From = 18, To = 35 },
        ConditionKind.ContractMonths => new ConditionDraft { Kind = kind, From = 12 },
        ConditionKind.ArpuMinor => new ConditionDraft { Kind = kind, From = 5000 },
        ConditionKind.ActiveHours => new ConditionDraft { Kind = kind, From = 17, To = 21, Percent = 30 },
        ConditionKind.Purchases => new ConditionDraft { Kind = kind, Count = 5 },
        ConditionKind.HabitShare or ConditionKind.Tendency => new ConditionDraft { Kind = kind, Category = "dining" },
        ConditionKind.Gender => new ConditionDraft { Kind = kind, Words = ["F"] },
        ConditionKind.Level => new ConditionDraft { Kind = kind, Words = ["4", "5"] },
        ConditionKind.TopCategory => new ConditionDraft { Kind = kind, Words = ["dining"] },
        ConditionKind.Language => new ConditionDraft { Kind = kind, Words = ["zh"] },
        _ => new ConditionDraft { Kind = kind },
    };

    public static ConditionDraft Of(AudienceRule rule) => rule switch
    {
        { Gender: { } genders } => Worded(ConditionKind.Gender, genders.Select(gender => gender.ToString())),
        { Occupation: { } words } => Worded(ConditionKind.Occupation, words),
        { District: { } words } => Worded(ConditionKind.District, words),
        { Language: { } words } => Worded(ConditionKind.Language, words),
        { TopCategory: { } words } => Worded(ConditionKind.TopCategory, words),
        { UsualDistrict: { } words } => Worded(ConditionKind.UsualDistrict, words),
        { Level: { } levels } => Worded(ConditionKind.Level, levels.Select(level => $"{level}")),
        { Age: { } range } => Ranged(ConditionKind.Age, range),
        { ArpuMinor: { } range } => Ranged(ConditionKind.ArpuMinor, range),
        { ContractMonths: { } range } => Ranged(ConditionKind.ContractMonths, range),
        { HabitShare: { } habit } => new ConditionDraft
        {
            Kind = ConditionKind.HabitShare, Category = habit.Category, Percent = habit.AtLeastPercent,
        },
        { ActiveHours: { } hours } => new ConditionDraft
        {
            Kind = ConditionKind.ActiveHours, From = hours.From, To = hours.To, Percent = hours.AtLeastPercent,
        },
        { Tendency: { } tendency } => new ConditionDraft
        {
            Kind = ConditionKind.Tendency,
            Category = tendency.Category,
            IsShrinking = tendency.AtLeastPercent is null,
            Percent = tendency.AtLeastPercent ?? -(tendency.AtMostPercent ?? 0),
        },
        { Purchases: { } purchases } => new ConditionDraft
        {
            Kind = ConditionKind.Purchases,
            Days = purchases.WindowDays,
            Count = purchases.CountAtLeast,
            AmountMinor = purchases.AmountAtLeastMinor,
            Category = purchases.Category,
            MerchantId = purchases.MerchantId,
        },
        { NewCustomer: { } newcomer } =>
            new ConditionDraft { Kind = ConditionKind.NewCustomer, MerchantId = newcomer.MerchantId },
        { LapsedCustomer: { } lapsed } => new ConditionDraft
        {
            Kind = ConditionKind.LapsedCustomer, Days = lapsed.Days, MerchantId = lapsed.MerchantId,
        },
        _ => throw new InvalidOperationException("A rule without a condition."),
    };

    protected override AudienceRule Positive() => Kind switch
    {
        ConditionKind.Gender => new() { Gender = [.. Words.Select(Enum.Parse<Gender>)] },
        ConditionKind.Age => new() { Age = new NumberRange(From, To) },
        ConditionKind.Occupation => new() { Occupation = Words },
        ConditionKind.District => new() { District = Words },
        ConditionKind.Language => new() { Language = Words },
        ConditionKind.ArpuMinor => new() { ArpuMinor = new NumberRange(From, To) },
        ConditionKind.ContractMonths => new() { ContractMonths = new NumberRange(From, To) },
        ConditionKind.Level => new()
        {
            Level = [.. Words.Select(word => int.Parse(word, CultureInfo.InvariantCulture))],
        },
        ConditionKind.HabitShare => new() { HabitShare = new HabitShareRule(Category ?? "", Percent) },
        ConditionKind.TopCategory => new() { TopCategory = Words },
        ConditionKind.UsualDistrict => new() { UsualDistrict = Words },
        ConditionKind.ActiveHours => new()
        {
            ActiveHours = new ActiveHoursRule((int)(From ?? 0), (int)(To ?? 24), Percent),
        },
        ConditionKind.Tendency => new()
        {
            Tendency = IsShrinking
                ? new TendencyRule(Category ?? "", AtMostPercent: -Percent)
                : new TendencyRule(Category ?? "", AtLeastPercent: Percent),
        },
        ConditionKind.Purchases => new()
        {
            Purchases = new PurchasesRule(Days, Count, AmountMinor, Category, MerchantId),
        },
        ConditionKind.NewCustomer => new() { NewCustomer = new NewCustomerRule(MerchantId) },
        ConditionKind.LapsedCustomer => new() { LapsedCustomer = new LapsedCustomerRule(Days, MerchantId) },
    };

    private static ConditionDraft Worded(ConditionKind kind, IEnumerable<string> words) =>
        new() { Kind = kind, Words = [.. words] };

    private static ConditionDraft Ranged(ConditionKind kind, NumberRange range) =>
        new() { Kind = kind, From = range.From, To = range.To };
}
