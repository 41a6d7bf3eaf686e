using Portal.Client.Promotions.Audience;
using Portal.Client.Ui;
using Portal.Shared.Delivery;
using Portal.Shared.Offers;

namespace Portal.Client.Promotions;

/// <summary>A promotion while it is written: whole currency units and local times, as people think.</summary>
public sealed class PromotionForm
{
    /// <summary>Languages in which a text can be written here.</summary>
    public static IReadOnlyList<(string Code, string Name)> Languages { get; } =
        [("zh-CN", "Chinese"), ("en", "English")];

    public int? MerchantId { get; set; }

    public string Name { get; set; } = "";

    public Dictionary<string, TextForm> Texts { get; } =
        Languages.ToDictionary(language => language.Code, _ => new TextForm());

    public BenefitKind Kind { get; set; } = BenefitKind.PercentOff;

    public decimal Value { get; set; } = 10;

    public decimal Cost { get; set; }

    public GroupDraft Audience { get; private set; } = new();

    public IReadOnlyList<string> TriggerCategories { get; set; } = [];

    public IReadOnlyList<int> TriggerMerchants { get; set; } = [];

    public decimal TriggerMinAmount { get; set; }

    public DateTime? StartsOn { get; set; }

    public DateTime? EndsOn { get; set; }

    public int ValidDays { get; set; } = 7;

    public int? TotalCap { get; set; }

    public int? DailyCap { get; set; }

    public int? PerSubscriberCap { get; set; } = 1;

    public int CoolDownDays { get; set; }

    public decimal? Budget { get; set; }

    public int HoldoutPercent { get; set; }

    public IReadOnlyList<Channel> Channels { get; set; } = [Channel.Sms];

    public decimal RedeemMinAmount { get; set; }

    public bool IsCodeOnly { get; set; }

    /// <summary>What the form does not show is kept as it was.</summary>
    private SavePromotion? Before { get; set; }

    public static PromotionForm From(SavePromotion promotion, Formats formats)
    {
        var money = new MoneyOf(formats.Unit);
        var form = new PromotionForm
        {
            Before = promotion,
            MerchantId = promotion.MerchantId,
            Name = promotion.Name,
            Kind = promotion.Benefit.Kind,
            Value = promotion.Benefit.Kind == BenefitKind.PercentOff
                ? promotion.Benefit.Value
                : money.Whole(promotion.Benefit.Value),
            Cost = money.Whole(promotion.CostMinor),
            Audience = GroupDraft.Root(promotion.Audience),
            TriggerCategories = promotion.Trigger.Categories,
            TriggerMerchants = promotion.Trigger.MerchantIds,
            TriggerMinAmount = money.Whole(promotion.Trigger.MinAmountMinor),
            StartsOn = promotion.Schedule.StartsAt is { } starts ? formats.Local(starts).DateTime : null,
            EndsOn = promotion.Schedule.EndsAt is { } ends ? formats.Local(ends).DateTime : null,
            ValidDays = Math.Max(1, promotion.ValidHours / 24),
            TotalCap = promotion.Limits.TotalCap,
            DailyCap = promotion.Limits.DailyCap,
            PerSubscriberCap = promotion.Limits.PerSubscriberCap,
            CoolDownDays = promotion.Limits.CoolDownDays,
            Budget = promotion.Limits.BudgetMinor is { } budget ? money.Whole(budget) : null,
            HoldoutPercent = promotion.Limits.HoldoutPercent,
            Channels = promotion.Channels,
            RedeemMinAmount = money.Whole(promotion.Redemption.MinAmountMinor),
            IsCodeOnly = promotion.Redemption.CodeOnly,
        };
        foreach (var (language, text) in promotion.Texts)
        {
            form.Texts[language] = new TextForm { Title = text.Title, Text = text.Text };
        }

        return form;
    }

    public SavePromotion ToPromotion(Formats formats)
    {
        var money = new MoneyOf(formats.Unit);
        return new SavePromotion
        {
            MerchantId = MerchantId,
            Name = Name.Trim(),
            Texts = Texts.Where(text => text.Value.IsGiven)
                .ToDictionary(
                    text => text.Key,
                    text => new PromotionText(text.Value.Title.Trim(), text.Value.Text.Trim())),
            Benefit = new Benefit(Kind, Kind switch
            {
                BenefitKind.Info => 0,
                BenefitKind.PercentOff => (long)Value,
                BenefitKind.AmountOff or BenefitKind.Gift => money.Minor(Value),
            }),
            CostMinor = money.Minor(Cost),
            Audience = Audience.ToRule(),
            Trigger = (Before?.Trigger ?? new PromotionTrigger()) with
            {
                Categories = TriggerCategories,
                MerchantIds = TriggerMerchants,
                MinAmountMinor = money.Minor(TriggerMinAmount),
            },
            Schedule = (Before?.Schedule ?? new PromotionSchedule()) with
            {
                StartsAt = StartsOn is { } starts ? formats.Instant(starts) : null,
                EndsAt = EndsOn is { } ends ? formats.Instant(ends) : null,
            },
            ValidHours = Before is not null && Before.ValidHours / 24 == ValidDays ? Before.ValidHours : ValidDays * 24,
            Limits = new PromotionLimits
            {
                TotalCap = TotalCap,
                DailyCap = DailyCap,
                PerSubscriberCap = PerSubscriberCap,
                CoolDownDays = CoolDownDays,
                BudgetMinor = Budget is { } budget ? money.Minor(budget) : null,
                HoldoutPercent = HoldoutPercent,
            },
            Channels = Channels,
            Redemption = (Before?.Redemption ?? new RedemptionRule()) with
            {
                MinAmountMinor = money.Minor(RedeemMinAmount),
                CodeOnly = IsCodeOnly,
            },
        };
    }

    /// <summary>Title and text in one language; left empty where it is not offered.</summary>
    public sealed class TextForm
    {
        public string Title { get; set; } = "";

        public string Text { get; set; } = "";

        public bool IsGiven => !string.IsNullOrWhiteSpace(Title) || !string.IsNullOrWhiteSpace(Text);
    }

    private readonly record struct MoneyOf(decimal Unit)
    {
        public decimal Whole(long minor) => minor / Unit;

        public long Minor(decimal whole) => (long)Math.Round(whole * Unit);
    }
}
