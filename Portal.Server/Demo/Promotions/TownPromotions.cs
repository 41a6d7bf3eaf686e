using Portal.Shared.Offers;

namespace Portal.Server.Demo.Promotions;

/// <summary>The promotions of the town: merchants' and the operator's own [0043], each over another kind of rule.</summary>
internal static class TownPromotions
{
    /// <param name="merchantOf">The number of a merchant by its code; null where a small town has no such merchant.</param>
    public static IReadOnlyList<SavePromotion> Of(Func<string, int?> merchantOf)
    {
        var shops = MerchantPromotions.All.Where(shop => merchantOf(shop.MerchantCode) is not null)
            .Select(shop => shop.Make(merchantOf(shop.MerchantCode)!.Value));
        return [.. shops, .. OperatorPromotions.All];
    }

    /// <summary>Texts in both languages of the town.</summary>
    public static Dictionary<string, PromotionText> Texts(
        string chineseTitle, string chineseText, string title, string text) => new()
    {
        ["zh-CN"] = new(chineseTitle, chineseText),
        ["en"] = new(title, text),
    };

    public static AudienceRule All(params AudienceRule[] rules) => new() { All = rules };

    public static AudienceRule Any(params AudienceRule[] rules) => new() { Any = rules };
}

/// <summary>A promotion of a merchant of the town, before the merchant has its number.</summary>
internal sealed record ShopPromotion(string MerchantCode, Func<int, SavePromotion> Make);
