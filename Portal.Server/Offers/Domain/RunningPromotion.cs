using Portal.Server.Offers.Domain.Audience;
using Portal.Shared.Categories;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Domain;

/// <summary>One version of a promotion, made ready for matching.</summary>
internal sealed class RunningPromotion
{
    private readonly HashSet<byte> _categories;
    private readonly HashSet<int> _merchants;
    private readonly HashSet<int> _outlets;
    private readonly HashSet<string> _districts;
    private readonly HashSet<DayOfWeek> _weekdays;
    private readonly HashSet<int> _redeemOutlets;
    private readonly HashSet<byte> _redeemCategories;

    public RunningPromotion(int id, int version, int? merchantId, SavePromotion definition, CompiledAudience audience)
    {
        (Id, Version, MerchantId, Definition, Audience) = (id, version, merchantId, definition, audience);
        var trigger = definition.Trigger;
        _categories = CategoryIds(trigger.Categories);
        _merchants = [.. trigger.MerchantIds];
        _outlets = [.. trigger.OutletIds];
        _districts = new HashSet<string>(trigger.Districts, StringComparer.OrdinalIgnoreCase);
        _weekdays = [.. trigger.Weekdays];
        _redeemOutlets = [.. definition.Redemption.OutletIds];
        _redeemCategories = CategoryIds(definition.Redemption.Categories);
    }

    public int Id { get; }

    public int Version { get; }

    public int? MerchantId { get; }

    public SavePromotion Definition { get; }

    public CompiledAudience Audience { get; }

    /// <summary>
    /// The narrower its rules, the higher: of two equal benefits, the one that was meant more goes first.
    /// </summary>
    public int Specificity => Audience.Conditions + _categories.Count.CompareTo(0) + _outlets.Count.CompareTo(0)
        + _merchants.Count.CompareTo(0) + _districts.Count.CompareTo(0) + _weekdays.Count.CompareTo(0)
        + (Definition.Trigger.Hours is null ? 0 : 1) + (Definition.Trigger.MinAmountMinor > 0 ? 1 : 0);

    public bool IsScheduledAt(DateTimeOffset now, int localHour) =>
        !(now < Definition.Schedule.StartsAt) && !(now >= Definition.Schedule.EndsAt)
        && Definition.Schedule.Hours.Covers(localHour);

    public bool IsTriggeredBy(Tap tap) =>
        tap.NetMinor >= Definition.Trigger.MinAmountMinor && IsTriggeredAt(
            tap.Purchase.CategoryId, tap.Purchase.MerchantId, tap.Purchase.OutletId, tap.District, tap.Local);

    public bool IsTriggeredAt(byte categoryId, int merchantId, int outletId, string district, DateTimeOffset local) =>
        (_categories.Count == 0 || _categories.Contains(categoryId))
        && ((_merchants.Count == 0 && _outlets.Count == 0)
            || _merchants.Contains(merchantId) || _outlets.Contains(outletId))
        && (_districts.Count == 0 || _districts.Contains(district))
        && (_weekdays.Count == 0 || _weekdays.Contains(local.DayOfWeek))
        && Definition.Trigger.Hours.Covers(local.Hour);

    /// <summary>What the benefit is worth on an amount, minor units.</summary>
    public long WorthOn(long amountMinor) => Worth(
        Definition.Benefit.Kind, Definition.Benefit.Value, Math.Max(amountMinor, Definition.Redemption.MinAmountMinor));

    public static long Worth(BenefitKind kind, long value, long amountMinor) => kind switch
    {
        BenefitKind.PercentOff => amountMinor / 100 * value + (amountMinor % 100 * value / 100),
        BenefitKind.AmountOff or BenefitKind.Gift => value,
        BenefitKind.Info => 0,
    };

    /// <summary>Whether an offer of it may be used at a place, by tap or by code.</summary>
    public bool IsRedeemableAt(int merchantId, int outletId, byte categoryId, RedeemedBy by)
    {
        if (by == RedeemedBy.Tap && Definition.Redemption.CodeOnly)
        {
            return false;
        }

        if (MerchantId is { } owner)
        {
            return merchantId == owner && (_redeemOutlets.Count == 0 || _redeemOutlets.Contains(outletId));
        }

        // The operator's own [0043]: anywhere in its categories; without categories a tap says nothing, a code does.
        return _redeemCategories.Count == 0
            ? by == RedeemedBy.Code
            : _redeemCategories.Contains(categoryId);
    }

    /// <summary>The text in a language, else in its base language, else in the first there is.</summary>
    public (string Language, PromotionText Text) TextFor(string? language, string fallback)
    {
        foreach (var wanted in new[] { language, fallback })
        {
            if (string.IsNullOrEmpty(wanted))
            {
                continue;
            }

            foreach (var (key, text) in Definition.Texts)
            {
                if (BaseOf(key).Equals(BaseOf(wanted), StringComparison.OrdinalIgnoreCase))
                {
                    return (key, text);
                }
            }
        }

        var first = Definition.Texts.OrderBy(entry => entry.Key, StringComparer.Ordinal).First();
        return (first.Key, first.Value);
    }

    private static ReadOnlySpan<char> BaseSpan(string language) =>
        language.IndexOf('-', StringComparison.Ordinal) is > 0 and var at ? language.AsSpan(0, at) : language;

    private static string BaseOf(string language) => BaseSpan(language).ToString();

    private static HashSet<byte> CategoryIds(IEnumerable<string> codes) =>
        [.. codes.Select(code => ConsumptionCategories.Find(code)?.Id).OfType<byte>()];
}
