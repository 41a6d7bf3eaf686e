using Portal.Shared.Delivery;
using Portal.Shared.Offers;
using Portal.Shared.Subscribers;
using static Portal.Server.Demo.Promotions.TownPromotions;

namespace Portal.Server.Demo.Promotions;

/// <summary>What the shops of the town promote.</summary>
internal static class MerchantPromotions
{
    public static IReadOnlyList<ShopPromotion> All { get; } =
    [
        new("M-001", SecondCup), new("M-001", EarlyBird), new("M-013", BakeryNewcomers), new("M-008", HotPotRegulars),
        new("M-003", WeekendBasket), new("M-009", CinemaEvening), new("M-012", SpringCollection), new("M-018", StudentBooks),
        new("M-014", WinBackElectronics), new("M-011", RecordDay),
    ];

    private static SavePromotion SecondCup(int merchant) => new()
    {
        MerchantId = merchant,
        Name = "Second cup at half price",
        Texts = Texts(
            "第二杯半价", "云隙茶咖：今天再来一杯，第二杯半价。任意门店，手机支付即享。",
            "Your second cup at half price", "Cloudgap Tea & Coffee: come back today, the second cup is half price."),
        Benefit = new(BenefitKind.PercentOff, 50),
        CostMinor = 950,
        Audience = All(new AudienceRule { Purchases = new(30, CountAtLeast: 3, Category: "fast-food") }),
        Trigger = new() { Categories = ["fast-food"] },
        ValidHours = 8,
        Limits = new() { DailyCap = 5_000, PerSubscriberCap = 20, BudgetMinor = 5_000_000, HoldoutPercent = 5 },
        Channels = [Channel.Sms, Channel.WapPush],
        Redemption = new() { MinAmountMinor = 1_500 },
    };

    private static SavePromotion EarlyBird(int merchant) => new()
    {
        MerchantId = merchant,
        Name = "Early commuters",
        Texts = Texts(
            "早安，通勤咖啡立减4元", "出站到云隙茶咖，上午十点前手机支付立减4元。",
            "Good morning: 4 yuan off your coffee", "On your way to work, pay by phone at Cloudgap before ten: 4 yuan off."),
        Benefit = new(BenefitKind.AmountOff, 400),
        CostMinor = 400,
        Audience = All(
            new AudienceRule { ActiveHours = new(6, 10, 20) },
            new AudienceRule { HabitShare = new("transit", 20) }),
        Trigger = new()
        {
            Categories = ["transit"],
            Hours = new(6, 10),
            Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        },
        ValidHours = 24,
        Limits = new() { DailyCap = 2_000, PerSubscriberCap = 20, BudgetMinor = 2_000_000 },
        Channels = [Channel.Stk, Channel.Sms],
        Redemption = new() { MinAmountMinor = 1_200 },
    };

    private static SavePromotion BakeryNewcomers(int merchant) => new()
    {
        MerchantId = merchant,
        Name = "Welcome to the bakery",
        Texts = Texts(
            "麦香园新客立减5元", "第一次来麦香园？满15元立减5元，刚出炉的面包等你。",
            "5 yuan off your first visit", "New at Wheatfield Bakery? 5 yuan off from 15 yuan, fresh from the oven."),
        Benefit = new(BenefitKind.AmountOff, 500),
        CostMinor = 500,
        Audience = All(new AudienceRule { NewCustomer = new() }),
        Trigger = new() { Categories = ["convenience", "groceries", "fast-food"], MinAmountMinor = 800 },
        ValidHours = 14 * 24,
        Limits = new() { TotalCap = 800, PerSubscriberCap = 1, BudgetMinor = 400_000, HoldoutPercent = 10 },
        Channels = [Channel.Sms],
        Redemption = new() { MinAmountMinor = 1_500 },
    };

    private static SavePromotion HotPotRegulars(int merchant) => new()
    {
        MerchantId = merchant,
        Name = "Hot-pot for people who dine out",
        Texts = Texts(
            "老码头火锅满150减30", "常在外用餐的您：老码头火锅满150元立减30元，七天有效。",
            "30 yuan off a hot-pot dinner", "Old Wharf Hot-Pot: 30 yuan off from 150 yuan, within seven days."),
        Benefit = new(BenefitKind.AmountOff, 3_000),
        CostMinor = 3_000,
        Audience = All(
            new AudienceRule { Level = [4, 5] },
            new AudienceRule { Purchases = new(30, CountAtLeast: 6, AmountAtLeastMinor: 30_000, Category: "dining") }),
        Trigger = new() { Categories = ["dining"] },
        Limits = new() { DailyCap = 60, PerSubscriberCap = 2, CoolDownDays = 7, BudgetMinor = 900_000, HoldoutPercent = 10 },
        Channels = [Channel.Sms, Channel.Voice],
        Redemption = new() { MinAmountMinor = 15_000 },
    };

    private static SavePromotion WeekendBasket(int merchant) => new()
    {
        MerchantId = merchant,
        Name = "The family basket",
        Texts = Texts(
            "丰禾超市满100减8", "今天在丰禾超市满100元立减8元，生鲜日用通享。",
            "8 yuan off the family basket", "Fenghe Supermarket: 8 yuan off from 100 yuan today."),
        Benefit = new(BenefitKind.AmountOff, 800),
        CostMinor = 800,
        Audience = All(new AudienceRule { HabitShare = new("groceries", 15) }),
        Trigger = new() { Categories = ["groceries"], MinAmountMinor = 3_000 },
        ValidHours = 24,
        Limits = new() { DailyCap = 1_500, PerSubscriberCap = 10, CoolDownDays = 1, BudgetMinor = 4_000_000, HoldoutPercent = 10 },
        Channels = [Channel.Sms, Channel.WapPush],
        Redemption = new() { MinAmountMinor = 10_000 },
    };

    private static SavePromotion CinemaEvening(int merchant) => new()
    {
        MerchantId = merchant,
        Name = "Popcorn for the evening show",
        Texts = Texts(
            "今晚看电影，送爆米花", "江岸影城：今晚任意场次购票送中份爆米花。",
            "Popcorn with tonight's film", "Riverbank Cinema: buy a ticket tonight, the popcorn is ours."),
        Benefit = new(BenefitKind.Gift, 2_500),
        CostMinor = 900,
        Audience = All(new AudienceRule { Age = new(18, 35) }),
        Trigger = new() { Categories = ["dining", "fast-food", "entertainment"], Hours = new(16, 22) },
        ValidHours = 12,
        Limits = new() { DailyCap = 500, PerSubscriberCap = 5, CoolDownDays = 1, BudgetMinor = 1_500_000, HoldoutPercent = 15 },
        Channels = [Channel.WapPush, Channel.Sms],
        Redemption = new() { MinAmountMinor = 3_000 },
    };

    private static SavePromotion SpringCollection(int merchant) => new()
    {
        MerchantId = merchant,
        Name = "New collection for those who like fashion",
        Texts = Texts(
            "素衣坊新品85折", "新品到店：凭此信息手机支付享85折。",
            "15 % off the new collection", "Plainweave Clothing: the new collection is in, 15 % off for you."),
        Benefit = new(BenefitKind.PercentOff, 15),
        CostMinor = 3_700,
        Audience = All(
            new AudienceRule { Gender = [Gender.F] },
            new AudienceRule { Level = [3, 4, 5] },
            Any(
                new AudienceRule { Purchases = new(90, CountAtLeast: 1, Category: "fashion") },
                new AudienceRule { Purchases = new(90, CountAtLeast: 2, Category: "beauty") })),
        Trigger = new() { Categories = ["fashion", "beauty", "shopping", "fast-food"] },
        Limits = new() { DailyCap = 200, PerSubscriberCap = 1, BudgetMinor = 3_000_000, HoldoutPercent = 20 },
        Channels = [Channel.Sms],
        Redemption = new() { MinAmountMinor = 10_000 },
    };

    private static SavePromotion StudentBooks(int merchant) => new()
    {
        MerchantId = merchant,
        Name = "Books for students",
        Texts = Texts(
            "学生购书立减10元", "一席书店：学生购书满40元立减10元。",
            "10 yuan off books for students", "One Seat Bookshop: students get 10 yuan off from 40 yuan."),
        Benefit = new(BenefitKind.AmountOff, 1_000),
        CostMinor = 1_000,
        Audience = All(
            new AudienceRule { Occupation = ["student"] },
            new AudienceRule { UsualDistrict = ["大学城 · University Town"] }),
        Trigger = new() { Districts = ["大学城 · University Town"] },
        Limits = new() { DailyCap = 300, PerSubscriberCap = 4, CoolDownDays = 1, BudgetMinor = 800_000 },
        Channels = [Channel.Sms, Channel.Stk],
        Redemption = new() { MinAmountMinor = 4_000 },
    };

    private static SavePromotion WinBackElectronics(int merchant) => new()
    {
        MerchantId = merchant,
        Name = "We have not seen you for a while",
        Texts = Texts(
            "好久不见，橙点数码立减20元", "欢迎回来：满200元立减20元，配件、耳机均可用。",
            "We miss you: 20 yuan off", "Orange Dot Electronics: 20 yuan off from 200 yuan when you come back."),
        Benefit = new(BenefitKind.AmountOff, 2_000),
        CostMinor = 2_000,
        Audience = All(new AudienceRule { LapsedCustomer = new(30) }),
        Limits = new() { DailyCap = 200, PerSubscriberCap = 1, BudgetMinor = 1_500_000, HoldoutPercent = 20 },
        Channels = [Channel.Voice, Channel.Sms],
        Redemption = new() { MinAmountMinor = 20_000 },
    };

    private static SavePromotion RecordDay(int merchant) => new()
    {
        MerchantId = merchant,
        Name = "More music for music lovers",
        Texts = Texts(
            "蓝鲸唱片：第二张8折", "爱音乐的您，再选一张唱片享8折。",
            "20 % off your next record", "Blue Whale Records: 20 % off the next record you choose."),
        Benefit = new(BenefitKind.PercentOff, 20),
        CostMinor = 1_400,
        Audience = Any(
            new AudienceRule { Tendency = new("music", AtLeastPercent: 10) },
            new AudienceRule { TopCategory = ["music", "books"] },
            new AudienceRule { Purchases = new(90, CountAtLeast: 1, Category: "music") }),
        Trigger = new() { Categories = ["music", "books"] },
        Limits = new() { PerSubscriberCap = 6, CoolDownDays = 1, BudgetMinor = 1_500_000 },
        Channels = [Channel.WapPush, Channel.Sms],
        Redemption = new() { MinAmountMinor = 3_000 },
    };
}
