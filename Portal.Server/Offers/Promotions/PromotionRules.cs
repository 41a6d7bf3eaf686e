using Portal.Server.Merchants.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Domain.Audience;
using Portal.Shared.Categories;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Promotions;

/// <summary>What must hold for a definition; every problem names its JSON path.</summary>
internal sealed class PromotionRules(
    SavePromotion definition, int? ownerId, IReadOnlyDictionary<int, OutletRecord> outlets)
{
    private const int MaxLanguages = 10;
    private const int MaxListed = 200;
    private const int MaxValidHours = 366 * 24;
    private const long MaxMinor = 100_000_000_000;

    private readonly List<RuleProblem> _problems = [];

    public IReadOnlyList<RuleProblem> Check()
    {
        CheckTexts();
        CheckBenefit();
        CheckTrigger();
        CheckSchedule();
        CheckLimits();
        CheckRedemption();
        _problems.AddRange(RuleCompiler.Compile(definition.Audience, ownerId).Problems);
        return _problems;
    }

    private void CheckTexts()
    {
        Demand(definition.Name is { Length: > 0 and <= Promotion.NameLength } && !definition.Name.Any(char.IsControl),
            "name", $"name has 1 to {Promotion.NameLength} characters.");
        Demand(definition.Texts.Count is >= 1 and <= MaxLanguages,
            "texts", $"There are texts in 1 to {MaxLanguages} languages.");
        foreach (var (language, text) in definition.Texts)
        {
            var path = $"texts.{language}";
            Demand(language.Length is >= 2 and <= Offer.LanguageLength
                && language.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'),
                path, "The language is a BCP 47 code, such as zh-CN.");
            Demand(text?.Title is { Length: > 0 and <= Offer.TitleLength } && !text.Title.Any(char.IsControl),
                $"{path}.title", $"title has 1 to {Offer.TitleLength} characters.");
            Demand(text?.Text is { Length: > 0 and <= Offer.TextLength },
                $"{path}.text", $"text has 1 to {Offer.TextLength} characters.");
        }
    }

    private void CheckBenefit()
    {
        var value = definition.Benefit.Value;
        Demand(definition.Benefit.Kind switch
        {
            BenefitKind.Info => value == 0,
            BenefitKind.PercentOff => value is >= 1 and <= 100,
            BenefitKind.AmountOff or BenefitKind.Gift => value is >= 1 and <= MaxMinor,
        }, "benefit.value", "value is 0 for info, 1 to 100 for percentOff, else minor units from 1.");
        Demand(definition.CostMinor is >= 0 and <= MaxMinor, "costMinor", $"costMinor is 0 to {MaxMinor}.");
        Demand(definition.ValidHours is >= 1 and <= MaxValidHours,
            "validHours", $"validHours is 1 to {MaxValidHours}.");
        Demand(definition.Channels.Distinct().Count() == definition.Channels.Count
            && definition.Channels.All(channel => channel != Shared.Delivery.Channel.Ota),
            "channels", "Each channel is named once; ota updates cards and carries no offers.");
    }

    private void CheckTrigger()
    {
        var trigger = definition.Trigger;
        CheckCategories(trigger.Categories, "trigger.categories");
        CheckOutlets(trigger.OutletIds, "trigger.outletIds");
        Demand(trigger.MerchantIds.Count <= MaxListed, "trigger.merchantIds", $"At most {MaxListed} are listed.");
        Demand(ownerId is null || trigger.MerchantIds.All(id => id == ownerId),
            "trigger.merchantIds", "A merchant's promotion names no other merchant.");
        Demand(trigger.Districts.Count <= MaxListed && trigger.Districts.All(text => text is { Length: > 0 and <= 80 }),
            "trigger.districts", $"At most {MaxListed} are listed, each of 1 to 80 characters.");
        Demand(trigger.MinAmountMinor is >= 0 and <= MaxMinor, "trigger.minAmountMinor", $"It is 0 to {MaxMinor}.");
        Demand(trigger.Weekdays.Count <= 7 && trigger.Weekdays.All(Enum.IsDefined),
            "trigger.weekdays", "Each weekday is named once.");
        CheckHours(trigger.Hours, "trigger.hours");
    }

    private void CheckSchedule()
    {
        var schedule = definition.Schedule;
        Demand(!(schedule.EndsAt <= schedule.StartsAt), "schedule.endsAt", "endsAt is after startsAt.");
        CheckHours(schedule.Hours, "schedule.hours");
    }

    private void CheckLimits()
    {
        var limits = definition.Limits;
        Demand(!(limits.TotalCap < 1), "limits.totalCap", "totalCap is at least 1.");
        Demand(!(limits.DailyCap < 1), "limits.dailyCap", "dailyCap is at least 1.");
        Demand(!(limits.PerSubscriberCap < 1), "limits.perSubscriberCap", "perSubscriberCap is at least 1.");
        Demand(limits.CoolDownDays is >= 0 and <= 366, "limits.coolDownDays", "coolDownDays is 0 to 366.");
        Demand(limits.BudgetMinor is null or (>= 0 and <= 1_000_000_000_000_000),
            "limits.budgetMinor", "budgetMinor is not negative.");
        Demand(limits.HoldoutPercent is >= 0 and <= 90, "limits.holdoutPercent", "holdoutPercent is 0 to 90.");
    }

    private void CheckRedemption()
    {
        var rule = definition.Redemption;
        CheckOutlets(rule.OutletIds, "redemption.outletIds");
        CheckCategories(rule.Categories, "redemption.categories");
        Demand(rule.MinAmountMinor is >= 0 and <= MaxMinor, "redemption.minAmountMinor", $"It is 0 to {MaxMinor}.");
        Demand(ownerId is null || rule.Categories.Count == 0,
            "redemption.categories", "Only the operator's own promotions name categories; a merchant's name outlets.");
        Demand(ownerId is not null || rule.OutletIds.Count == 0,
            "redemption.outletIds", "The operator has no outlets; its promotions name categories.");
    }

    private void CheckOutlets(IReadOnlyList<int> ids, string path)
    {
        Demand(ids.Count <= MaxListed, path, $"At most {MaxListed} are listed.");
        Demand(ids.All(id => outlets.TryGetValue(id, out var outlet)
            && (ownerId is null || outlet.MerchantId == ownerId)), path, "There is no such outlet of this merchant.");
    }

    private void CheckCategories(IReadOnlyList<string> codes, string path)
    {
        foreach (var (code, at) in codes.Select((code, at) => (code, at)))
        {
            Demand(code is not null && ConsumptionCategories.Find(code) is not null,
                $"{path}[{at}]", "There is no such category.");
        }
    }

    private void CheckHours(HourWindow? hours, string path) => Demand(
        hours is null || Hours.AreValid(hours.From, hours.To),
        path, "from is 0 to 23, to is 1 to 24, and they differ.");

    private void Demand(bool holds, string path, string message)
    {
        if (!holds)
        {
            _problems.Add(new RuleProblem(path, message));
        }
    }
}
