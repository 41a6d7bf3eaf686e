using Portal.Shared.Delivery;
using Portal.Shared.Offers;
using static Portal.Server.Demo.Promotions.TownPromotions;

namespace Portal.Server.Demo.Promotions;

/// <summary>The operator's own services for people whose purchases show that they want them [0043].</summary>
internal static class OperatorPromotions
{
    private static readonly RedemptionRule _atOurShops = new() { Categories = ["services"] };

    public static IReadOnlyList<SavePromotion> All { get; } =
    [
        new()
        {
            Name = "Music service for who buys music",
            Texts = Texts(
                "免费畅听一个月", "您常买唱片和音乐：音乐会员首月免费，到移动营业厅手机支付即可开通。",
                "A month of music, free", "You buy music: the first month of our music service is free. Tap at our shop."),
            Benefit = new(BenefitKind.Gift, 1_500),
            CostMinor = 300,
            Audience = All(new AudienceRule { Purchases = new(90, CountAtLeast: 1, Category: "music") }),
            Trigger = new() { Categories = ["music"] },
            ValidHours = 30 * 24,
            Limits = new() { PerSubscriberCap = 1, BudgetMinor = 100_000, HoldoutPercent = 10 },
            Channels = [Channel.Stk, Channel.Sms],
            Redemption = _atOurShops,
        },
        new()
        {
            Name = "Data package for commuters",
            Texts = Texts(
                "通勤流量包立减5元", "每天地铁通勤？10GB通勤流量包立减5元。",
                "5 yuan off the commuter data package", "On the metro every day? 10 GB for the way, 5 yuan off."),
            Benefit = new(BenefitKind.AmountOff, 500),
            CostMinor = 500,
            Audience = All(
                new AudienceRule { HabitShare = new("transit", 30) },
                new AudienceRule { ArpuMinor = new(To: 15_000) }),
            Trigger = new() { Categories = ["transit"] },
            ValidHours = 14 * 24,
            Limits = new() { DailyCap = 800, PerSubscriberCap = 1, BudgetMinor = 800_000, HoldoutPercent = 10 },
            Channels = [Channel.Stk, Channel.Sms],
            Redemption = _atOurShops,
        },
        new()
        {
            Name = "Thank you for ten years",
            Texts = Texts(
                "十年相伴，感恩有礼", "在网满十年：到营业厅领取10元话费礼。",
                "Ten years with us: thank you", "After ten years with us, 10 yuan of airtime wait for you at our shop."),
            Benefit = new(BenefitKind.Gift, 1_000),
            CostMinor = 1_000,
            Audience = All(
                new AudienceRule { ContractMonths = new(From: 120) },
                new AudienceRule { Not = new AudienceRule { Level = [1] } }),
            ValidHours = 30 * 24,
            Limits = new() { TotalCap = 300, DailyCap = 100, PerSubscriberCap = 1, BudgetMinor = 300_000 },
            Channels = [Channel.Sms, Channel.Voice],
            Redemption = _atOurShops,
        },
        new()
        {
            Name = "English news of the town",
            Texts = Texts(
                "城中新鲜事（英文版）", "英文版城市周报上线，点击查看。",
                "What's on in Yunting", "Our weekly guide to the town, in English: food, films and music near you."),
            Benefit = new(BenefitKind.Info, 0),
            Audience = All(new AudienceRule { Language = ["en"] }),
            Trigger = new() { MinAmountMinor = 1_000 },
            Limits = new() { PerSubscriberCap = 4, CoolDownDays = 7 },
            Channels = [Channel.WapPush],
        },
    ];
}
