using Portal.Shared.Categories;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Domain.Audience;

/// <summary>Conditions on counts and amounts [0041], and on who is a merchant's customer.</summary>
internal static class PurchaseConditions
{
    /// <summary>
    /// "When counts or amounts exceed set thresholds, demand is recognised" [0041]: either is enough.
    /// </summary>
    public static Condition AtLeast(PurchasesRule rule, ConsumptionCategory? category)
    {
        return new Condition(
            string.Join(" or ", Thresholds(rule)) + $" in {rule.WindowDays} days"
                + (category is null ? "" : $" of {category.Code}")
                + (rule.MerchantId is null ? "" : $" at merchant {rule.MerchantId}"),
            facts =>
            {
                var (count, amount) = Sum(facts);
                return count >= rule.CountAtLeast || amount >= rule.AmountAtLeastMinor;
            },
            facts =>
            {
                var (count, amount) = Sum(facts);
                return $"{count} purchases, {amount} minor units";
            },
            facts => Words(Sum(facts).Count));

        (int Count, long AmountMinor) Sum(AudienceFacts facts)
        {
            var count = 0;
            var amount = 0L;
            foreach (var row in facts.Within(rule.WindowDays))
            {
                var isMeant = (category is null || row.CategoryId == category.Id)
                    && (rule.MerchantId is null || row.MerchantId == rule.MerchantId);
                count += isMeant ? row.Count : 0;
                amount += isMeant ? row.AmountMinor : 0;
            }

            return (count, amount);
        }

        Wording Words(int count)
        {
            var (en, zh) = category is null ? ("", "") : ($" ({category.Name})", $"{category.NameZh}");
            var (whereEn, whereZh) = rule.MerchantId is null ? ("", "") : (" at this shop", "在该商家");
            return new Wording(
                $"You have paid {count} times{whereEn}{en} in the last {rule.WindowDays} days.",
                $"您最近{rule.WindowDays}天内{whereZh}{zh}消费了{count}次。");
        }
    }

    public static Condition NewCustomer(int merchantId) => new(
        $"nothing bought at merchant {merchantId} before",
        facts => facts.VisitsAt(merchantId).Count == 0,
        facts => $"{facts.VisitsAt(merchantId).Values.Sum()} purchases before",
        _ => new Wording("You are new at this shop.", "您是该商家的新顾客。"));

    /// <summary>The last visit before today's tap lies at least so many days back, and there was one.</summary>
    public static Condition LapsedCustomer(int merchantId, int days) => new(
        $"no visit at merchant {merchantId} for {days} days, but one before",
        facts => LastVisit(facts, merchantId) is { } last && last <= facts.AsOf.AddDays(-days),
        facts => LastVisit(facts, merchantId) is { } last ? $"last visit {last:yyyy-MM-dd}" : "never",
        _ => new Wording("You have not been at this shop for a while.", "您已有一段时间没有光顾该商家。"));

    private static DateOnly? LastVisit(AudienceFacts facts, int merchantId)
    {
        var visits = facts.VisitsAt(merchantId);
        return visits.Count == 0 ? null : visits.Keys.Last();
    }

    private static IEnumerable<string> Thresholds(PurchasesRule rule)
    {
        if (rule.CountAtLeast is { } count)
        {
            yield return $"at least {count} purchases";
        }

        if (rule.AmountAtLeastMinor is { } amount)
        {
            yield return $"at least {amount} minor units";
        }
    }
}
