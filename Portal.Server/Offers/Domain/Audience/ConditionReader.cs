using Portal.Shared.Categories;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Domain.Audience;

/// <summary>Reads one condition and checks its values.</summary>
internal sealed class ConditionReader(int? ownerId, List<RuleProblem> problems)
{
    private const int MaxWindowDays = 365;
    private const int MaxTextLength = 80;

    /// <summary>Names of the properties that are given, as JSON has them.</summary>
    public IReadOnlyList<string> NamesOf(AudienceRule rule)
    {
        (string Name, object? Value)[] all =
        [
            ("all", rule.All), ("any", rule.Any), ("not", rule.Not), ("gender", rule.Gender), ("age", rule.Age),
            ("occupation", rule.Occupation), ("district", rule.District), ("language", rule.Language),
            ("arpuMinor", rule.ArpuMinor), ("contractMonths", rule.ContractMonths), ("level", rule.Level),
            ("habitShare", rule.HabitShare), ("topCategory", rule.TopCategory), ("usualDistrict", rule.UsualDistrict),
            ("activeHours", rule.ActiveHours), ("tendency", rule.Tendency), ("purchases", rule.Purchases),
            ("newCustomer", rule.NewCustomer), ("lapsedCustomer", rule.LapsedCustomer),
        ];
        return [.. all.Where(entry => entry.Value is not null).Select(entry => entry.Name)];
    }

    /// <summary>Null when something is wrong, which is then among the problems.</summary>
    public Condition? Read(AudienceRule rule, string path) =>
        ReadRegistration(rule, path) ?? ReadHabit(rule, path) ?? ReadCustomer(rule, path);

    private Condition? ReadRegistration(AudienceRule rule, string path) => rule switch
    {
        { Gender: { } genders } => Check(path, Listed(genders.Count)) ?
            RegistrationConditions.Gender(genders.ToHashSet()) : null,
        { Age: { } range } => Check(path, Range(range, 0, 150)) ? RegistrationConditions.Age(range) : null,
        { Occupation: { } texts } => Check(path, Texts(texts)) ? RegistrationConditions.Occupation(texts) : null,
        { District: { } texts } => Check(path, Texts(texts)) ? RegistrationConditions.District(texts) : null,
        { Language: { } texts } => Check(path, Texts(texts)) ? RegistrationConditions.Language(texts) : null,
        { ArpuMinor: { } range } => Check(path, Range(range, 0, long.MaxValue)) ?
            RegistrationConditions.Arpu(range) : null,
        { ContractMonths: { } range } => Check(path, Range(range, 0, 1_200)) ?
            RegistrationConditions.ContractMonths(range) : null,
        { Level: { } steps } => Check(
                path, Listed(steps.Count), steps.Any(step => step is < 1 or > 5) ? "A level is 1 to 5." : null) ?
            RegistrationConditions.Level(steps.ToHashSet()) : null,
        _ => null,
    };

    private Condition? ReadHabit(AudienceRule rule, string path)
    {
        switch (rule)
        {
            case { HabitShare: { } share }:
                return Check(path, Known(share.Category), Percent(share.AtLeastPercent))
                    ? HabitConditions.Share(Category(share.Category), share.AtLeastPercent)
                    : null;
            case { TopCategory: { } codes }:
                return Check(path, [Listed(codes.Count), .. codes.Select(Known)])
                    ? HabitConditions.TopCategory([.. codes.Select(Category)])
                    : null;
            case { UsualDistrict: { } texts }:
                return Check(path, Texts(texts)) ? HabitConditions.UsualDistrict(texts) : null;
            case { ActiveHours: { } hours }:
                return Check(path, HourRange(hours.From, hours.To), Percent(hours.AtLeastPercent))
                    ? HabitConditions.ActiveHours(hours)
                    : null;
            case { Tendency: { } tendency }:
                var bounds = tendency.AtLeastPercent is null && tendency.AtMostPercent is null
                    ? "atLeastPercent or atMostPercent is required."
                    : null;
                return Check(path, Known(tendency.Category), bounds)
                    ? HabitConditions.Tendency(Category(tendency.Category), tendency)
                    : null;
            default:
                return null;
        }
    }

    private Condition? ReadCustomer(AudienceRule rule, string path)
    {
        switch (rule)
        {
            case { Purchases: { } bought }:
                return Check(path, Window(bought.WindowDays, "windowDays"), Thresholds(bought), Own(bought.MerchantId),
                    bought.Category is null ? null : Known(bought.Category))
                    ? PurchaseConditions.AtLeast(bought, bought.Category is null ? null : Category(bought.Category))
                    : null;
            case { NewCustomer: { } fresh }:
                return Check(path, Own(fresh.MerchantId), Somebody(fresh.MerchantId))
                    ? PurchaseConditions.NewCustomer((fresh.MerchantId ?? ownerId)!.Value)
                    : null;
            case { LapsedCustomer: { } lapsed }:
                return Check(
                    path, Window(lapsed.Days, "days"), Own(lapsed.MerchantId), Somebody(lapsed.MerchantId))
                    ? PurchaseConditions.LapsedCustomer((lapsed.MerchantId ?? ownerId)!.Value, lapsed.Days)
                    : null;
            default:
                return null;
        }
    }

    private bool Check(string path, params IReadOnlyList<string?> messages)
    {
        var before = problems.Count;
        problems.AddRange(messages.OfType<string>().Select(message => new RuleProblem(path, message)));
        return problems.Count == before;
    }

    private static ConsumptionCategory Category(string code) => ConsumptionCategories.Find(code)!;

    private static string? Known(string code) =>
        code is not null && ConsumptionCategories.Find(code) is not null ? null : "There is no such category.";

    private static string? Listed(int count) =>
        count is >= 1 and <= RuleCompiler.MaxValues ? null : $"1 to {RuleCompiler.MaxValues} values are listed.";

    private static string? Texts(IReadOnlyList<string> texts) =>
        Listed(texts.Count) ?? (texts.All(text => text is { Length: > 0 and <= MaxTextLength })
            ? null
            : $"A value has 1 to {MaxTextLength} characters.");

    private static string? Range(NumberRange range, long min, long max)
    {
        if (range.From is null && range.To is null)
        {
            return "from or to is required.";
        }

        return range.From < min || range.To > max || range.From > range.To || range.From > max || range.To < min
            ? $"from and to are within {min} and {max}, from not above to."
            : null;
    }

    private static string? Percent(int percent) => percent is >= 1 and <= 100 ? null : "atLeastPercent is 1 to 100.";

    private static string? HourRange(int from, int to) =>
        Hours.AreValid(from, to) ? null : "from is 0 to 23, to is 1 to 24, and they differ.";

    private static string? Window(int days, string name) =>
        days is >= 1 and <= MaxWindowDays ? null : $"{name} is 1 to {MaxWindowDays}.";

    private static string? Thresholds(PurchasesRule rule)
    {
        if (rule.CountAtLeast is null && rule.AmountAtLeastMinor is null)
        {
            return "countAtLeast or amountAtLeastMinor is required.";
        }

        return rule.CountAtLeast < 1 || rule.AmountAtLeastMinor < 1 ? "A threshold is at least 1." : null;
    }

    private string? Own(int? merchantId) => ownerId is null || merchantId is null || merchantId == ownerId
        ? null
        : "A merchant's rule may ask only of the merchant itself.";

    private string? Somebody(int? merchantId) => (merchantId ?? ownerId) is null
        ? "merchantId is required in the operator's own promotion."
        : null;
}
