using Portal.Shared.Categories;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Domain.Audience;

/// <summary>Conditions on where, when and on what somebody spends, and what is growing or shrinking [0040].</summary>
internal static class HabitConditions
{
    public static Condition Share(ConsumptionCategory category, int atLeastPercent) => new(
        $"{category.Code} at least {atLeastPercent} % of purchases in {AudienceFacts.HabitDays} days",
        facts => facts.Habits.Total > 0
            && (long)facts.Habits.CountOf(category.Id) * 100 >= (long)atLeastPercent * facts.Habits.Total,
        facts => $"{facts.Habits.CountOf(category.Id)} of {facts.Habits.Total} purchases",
        _ => Often(category));

    public static Condition TopCategory(IReadOnlyList<ConsumptionCategory> categories)
    {
        var ids = categories.Select(category => category.Id).ToHashSet();
        return new Condition(
            $"most purchases in {string.Join(" or ", categories.Select(category => category.Code))}",
            facts => facts.Habits.TopCategory is { } top && ids.Contains(top),
            facts => facts.Habits.TopCategory is { } top ? ConsumptionCategories.Get(top).Code : "no purchases",
            facts => Often(ConsumptionCategories.Get(facts.Habits.TopCategory!.Value)));
    }

    public static Condition UsualDistrict(IReadOnlyList<string> districts)
    {
        var set = districts.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new Condition(
            $"most purchases in {string.Join(" or ", districts)}",
            facts => facts.Habits.UsualDistrict is { } usual && set.Contains(usual),
            facts => facts.Habits.UsualDistrict ?? "no purchases",
            facts => new Wording(
                $"You often pay in {facts.Habits.UsualDistrict}.", $"您常在{facts.Habits.UsualDistrict}消费。"));
    }

    public static Condition ActiveHours(ActiveHoursRule rule) => new(
        $"at least {rule.AtLeastPercent} % of purchases from {rule.From}:00 to {rule.To}:00",
        facts => facts.Habits.Total > 0
            && (long)facts.Habits.CountIn(rule.From, rule.To) * 100 >= (long)rule.AtLeastPercent * facts.Habits.Total,
        facts => $"{facts.Habits.CountIn(rule.From, rule.To)} of {facts.Habits.Total} purchases",
        _ => new Wording(
            $"You often pay between {rule.From}:00 and {rule.To}:00.", $"您常在{rule.From}点至{rule.To}点之间消费。"));

    public static Condition Tendency(ConsumptionCategory category, TendencyRule rule) => new(
        $"{category.Code} {Bounds(rule)}",
        facts => facts.Profile.Tendencies.TryGetValue(category.Id, out var percent)
            && !(percent < rule.AtLeastPercent) && !(percent > rule.AtMostPercent),
        facts => facts.Profile.Tendencies.TryGetValue(category.Id, out var percent) ? $"{percent} %" : "unknown",
        facts => facts.Profile.Tendencies[category.Id] >= 0
            ? new Wording(
                $"You have lately been buying more: {category.Name}.", $"您最近在{category.NameZh}上的消费有所增加。")
            : new Wording(
                $"You have lately been buying less: {category.Name}.", $"您最近在{category.NameZh}上的消费有所减少。"));

    private static Wording Often(ConsumptionCategory category) =>
        new($"You often buy: {category.Name}.", $"您常在{category.NameZh}方面消费。");

    private static string Bounds(TendencyRule rule) => string.Join(
        ", ",
        new[]
        {
            rule.AtLeastPercent is { } least ? $"at least {least} %" : null,
            rule.AtMostPercent is { } most ? $"at most {most} %" : null,
        }.OfType<string>());
}
