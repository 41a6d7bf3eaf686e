using Portal.Server.Subscribers.SetConsent;
using Portal.Shared.Delivery;
using Portal.Shared.Offers;
using Portal.Shared.Subscribers;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Offers;

public sealed class WaterfallTests
{
    [Theory, OnEachDatabase]
    public async Task A_tap_that_fits_becomes_an_offer_with_every_reason(TestDatabase database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var promotion = await shop.PromoteAsync(definition => definition with
        {
            Audience = new() { All = [new() { NewCustomer = new() }, new() { Language = ["zh"] }] },
        });
        await shop.Portal.AddSubscriberAsync("+8613800000002", "EP-0002", body => body with { Language = "zh-CN" });

        await shop.TapAsync("EP-0002");

        var offers = await shop.Operator.GetFromAsync<Shared.Http.Page<OfferSummary>>("/api/v1/offers");
        var offer = Assert.Single(offers.Items);
        Assert.Equal("午餐优惠", offer.Title);
        var view = await shop.Operator.GetFromAsync<OfferView>($"/api/v1/offers/{offer.Id}");
        Assert.Equal(promotion.Version, view.Reasons.PromotionVersion);
        Assert.Equal(2, view.Reasons.Conditions.Count);
        Assert.All(view.Reasons.Conditions, condition => Assert.True(condition.Met));
        Assert.Equal("0 purchases before", view.Reasons.Conditions[0].Seen);
        Assert.Equal(
            [
                WaterfallStep.Eligible, WaterfallStep.Consented, WaterfallStep.NotHeldOut, WaterfallStep.UnderCaps,
                WaterfallStep.WithinBudget, WaterfallStep.Reachable,
            ],
            view.Reasons.Steps.Select(step => step.Step));
        Assert.Contains("您是该商家的新顾客。", view.Why["zh-CN"]);
        Assert.Contains("+861•••0002", offer.Msisdn, StringComparison.Ordinal);
        Assert.Equal(new PromotionCounts(1, 0, 1000, 0), (await shop.ShowAsync(promotion.Id)).Counts);
    }

    [Fact]
    public async Task Who_does_not_fit_the_audience_is_refused_with_the_values_seen()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.PromoteAsync(definition => definition with
        {
            Audience = new() { Purchases = new(30, CountAtLeast: 3) },
        });

        await shop.TapAsync();
        await shop.TapAsync();

        await AssertRefusedAsync(shop, WaterfallStep.Eligible, "audience.not-met");
        var refusal = Assert.Single(await shop.RefusalsAsync());
        Assert.Equal(2, refusal.Count);
        Assert.Contains("seen 2 purchases, 10000 minor units", refusal.Values, StringComparison.Ordinal);
        await shop.TapAsync();
        Assert.Single(await shop.InboxAsync());
    }

    [Fact]
    public async Task Without_consent_on_any_channel_there_is_no_offer()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.PromoteAsync();
        await shop.Portal.SendAsync(new SetConsentCommand(shop.SubscriberId, Channel.Sms, false, "test"));

        await shop.TapAsync();

        await AssertRefusedAsync(shop, WaterfallStep.Consented, "consent.none");
    }

    [Fact]
    public async Task A_promotion_without_channels_needs_no_consent_and_counts_as_no_message()
    {
        await using var shop = await Shop.OpenAsync(settings: new() { ["Offers:MessagesPerDay"] = "1" });
        await shop.PromoteAsync(definition => definition with { Channels = [] });
        await shop.Portal.SendAsync(new SetConsentCommand(shop.SubscriberId, Channel.Sms, false, "test"));

        await shop.TapAsync();

        Assert.Single(await shop.InboxAsync());
    }

    [Fact]
    public async Task The_comparison_group_gets_nothing_and_the_rest_does()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.PromoteAsync(definition => definition with { Limits = new() { HoldoutPercent = 50 } });
        for (var i = 10; i < 40; i++)
        {
            await shop.Portal.AddSubscriberAsync($"+86138000000{i}", $"EP-00{i}");
        }

        for (var i = 10; i < 40; i++)
        {
            await shop.TapAsync($"EP-00{i}");
        }

        var held = (await shop.RefusalsAsync()).Count(refusal => refusal.Reason == "holdout.group");
        Assert.InRange(held, 3, 27);
    }

    [Theory]
    [InlineData("caps.open-offer")]
    [InlineData("caps.subscriber")]
    [InlineData("caps.cool-down")]
    [InlineData("caps.daily")]
    [InlineData("caps.total")]
    [InlineData("caps.messages-day")]
    [InlineData("budget.exhausted")]
    public async Task A_limit_that_is_reached_stops_the_next_offer(string reason)
    {
        await using var shop = await Shop.OpenAsync(settings: new()
        {
            ["Offers:MessagesPerDay"] = reason == "caps.messages-day" ? "1" : "100",
        });
        await shop.PromoteAsync(definition => definition with
        {
            ValidHours = 1,
            Limits = reason switch
            {
                "caps.subscriber" => new() { PerSubscriberCap = 1 },
                "caps.cool-down" => new() { CoolDownDays = 2 },
                "caps.daily" => new() { DailyCap = 1 },
                "caps.total" => new() { TotalCap = 1 },
                "budget.exhausted" => new() { BudgetMinor = 1999 },
                _ => new(),
            },
            Redemption = new() { CodeOnly = true },
        });
        await shop.TapAsync();
        Assert.Single(await shop.InboxAsync());
        if (reason is not "caps.open-offer" and not "budget.exhausted")
        {
            shop.Portal.Clock.Advance(TimeSpan.FromMinutes(75));
        }

        if (reason == "budget.exhausted")
        {
            var second = await shop.Portal.AddSubscriberAsync("+8613800000002", "EP-0002");
            await shop.TapAsync("EP-0002");
            Assert.Empty(await shop.InboxAsync(second));
        }
        else
        {
            await shop.TapAsync();
        }

        Assert.Equal(reason, Assert.Single(await shop.RefusalsAsync()).Reason);
        Assert.Single(await shop.InboxAsync());
    }

    [Fact]
    public async Task Of_several_that_fit_one_tap_the_one_that_gives_most_is_offered()
    {
        await using var shop = await Shop.OpenAsync();
        var small = await shop.PromoteAsync();
        var great = await shop.PromoteAsync(definition => definition with
        {
            Benefit = new Benefit(BenefitKind.PercentOff, 50),
        });

        await shop.TapAsync();

        Assert.Equal(great.Id, Assert.Single(await shop.InboxAsync()).PromotionId);
        var refusal = Assert.Single(await shop.RefusalsAsync());
        Assert.Equal((small.Id, "outranked"), (refusal.PromotionId, refusal.Reason));
    }

    [Fact]
    public async Task Late_transactions_cause_nothing_and_redeem_nothing()
    {
        await using var shop = await Shop.OpenAsync();
        var promotion = await shop.PromoteAsync();

        await shop.TapAsync(ago: TimeSpan.FromHours(25));

        Assert.Empty(await shop.InboxAsync());
        Assert.Empty(await shop.RefusalsAsync());
        Assert.Equal(0, (await shop.ShowAsync(promotion.Id)).Counts.Made);
    }

    [Fact]
    public async Task Taps_that_do_not_fit_the_trigger_leave_no_trace()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.PromoteAsync(definition => definition with { Trigger = new() { Categories = ["music"] } });
        await shop.PromoteAsync(definition => definition with { Trigger = new() { MinAmountMinor = 5001 } });
        await shop.PromoteAsync(definition => definition with { Trigger = new() { Hours = new HourWindow(13, 12) } });
        await shop.PromoteAsync(definition => definition with { Trigger = new() { Weekdays = [DayOfWeek.Sunday] } });
        await shop.PromoteAsync(definition => definition with { Trigger = new() { Districts = ["Elsewhere"] } });
        await shop.PromoteAsync(definition => definition with
        {
            Schedule = new(EndsAt: PortalUnderTest.Start.AddSeconds(-1)),
        });

        await shop.TapAsync();

        Assert.Empty(await shop.InboxAsync());
        Assert.Empty(await shop.RefusalsAsync());
    }

    [Fact]
    public async Task A_decision_explains_and_issues_nothing()
    {
        await using var shop = await Shop.OpenAsync();
        var promotion = await shop.PromoteAsync();
        await shop.PromoteAsync(definition => definition with { Audience = new() { Gender = [Gender.F] } });

        var decisions = await shop.Operator.GetFromAsync<List<DecisionView>>(
            $"/api/v1/decisions?subscriberId={shop.SubscriberId}&terminalId=T-1");

        Assert.Equal([true, false], decisions.Select(decision => decision.Offered));
        Assert.Equal(promotion.Id, decisions[0].PromotionId);
        Assert.Equal("unknown", decisions[1].Reasons.Conditions[0].Seen);
        Assert.Empty(await shop.InboxAsync());
    }

    private static async Task AssertRefusedAsync(Shop shop, WaterfallStep step, string reason)
    {
        Assert.Empty(await shop.InboxAsync());
        var refusal = Assert.Single(await shop.RefusalsAsync());
        Assert.Equal((step, reason), (refusal.Step, refusal.Reason));
    }
}
