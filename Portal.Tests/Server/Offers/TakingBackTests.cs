using System.Net;
using System.Net.Http.Json;
using Portal.Server.Identity.Contracts;
using Portal.Server.Offers.Contracts;
using Portal.Server.Offers.Redeeming;
using Portal.Shared.Ledger;
using Portal.Shared.Offers;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Offers;

public sealed class TakingBackTests
{
    [Theory, OnEachDatabase]
    public async Task A_refunded_purchase_takes_its_offer_slot_and_reservation_back(TestDatabase database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var promotion = await shop.PromoteAsync(definition => definition with
        {
            Limits = new() { TotalCap = 1, DailyCap = 1, PerSubscriberCap = 1, BudgetMinor = 1000 },
        });
        var tap = await shop.TapAsync();
        Assert.Equal(new PromotionCounts(1, 0, 1000, 0), (await shop.ShowAsync(promotion.Id)).Counts);

        await shop.CorrectAsync(tap, TransactionKind.Reversal);

        Assert.Equal(new PromotionCounts(0, 0, 0, 0), (await shop.ShowAsync(promotion.Id)).Counts);
        Assert.Equal(OfferState.Withdrawn, Assert.Single(await shop.InboxAsync()).State);
        await shop.TapAsync();
        Assert.Equal(
            [OfferState.Open, OfferState.Withdrawn], (await shop.InboxAsync()).Select(offer => offer.State));
    }

    [Theory, OnEachDatabase]
    public async Task A_later_tap_redeems_and_its_refund_opens_the_offer_again(TestDatabase database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var promotion = await shop.PromoteAsync(definition => definition with
        {
            Limits = new() { TotalCap = 1 }, Redemption = new() { MinAmountMinor = 3000 },
        });
        await shop.TapAsync();
        shop.Portal.Clock.Advance(TimeSpan.FromMinutes(5));

        var small = await shop.TapAsync(amountMinor: 2999);
        Assert.Equal(OfferState.Open, Assert.Single(await shop.InboxAsync()).State);
        var redeeming = await shop.TapAsync(amountMinor: 4000);

        Assert.Equal(OfferState.Redeemed, Assert.Single(await shop.InboxAsync()).State);
        Assert.Equal(new PromotionCounts(1, 1, 0, 1000), (await shop.ShowAsync(promotion.Id)).Counts);
        await shop.CorrectAsync(redeeming, TransactionKind.Refund, 1000);
        Assert.Equal(OfferState.Redeemed, Assert.Single(await shop.InboxAsync()).State);
        await shop.CorrectAsync(redeeming, TransactionKind.Refund, 1);
        Assert.Equal(OfferState.Open, Assert.Single(await shop.InboxAsync()).State);
        Assert.Equal(new PromotionCounts(1, 0, 1000, 0), (await shop.ShowAsync(promotion.Id)).Counts);
        Assert.NotEqual(small.Id, redeeming.Id);
    }

    [Fact]
    public async Task After_both_purchases_are_refunded_nothing_is_left_of_either()
    {
        await using var shop = await Shop.OpenAsync();
        var promotion = await shop.PromoteAsync(definition => definition with { Limits = new() { TotalCap = 1 } });
        var trigger = await shop.TapAsync();
        shop.Portal.Clock.Advance(TimeSpan.FromMinutes(5));
        var redeeming = await shop.TapAsync();

        await shop.CorrectAsync(trigger, TransactionKind.Reversal);
        Assert.Equal(OfferState.Redeemed, Assert.Single(await shop.InboxAsync()).State);
        await shop.CorrectAsync(redeeming, TransactionKind.Reversal);

        Assert.Equal(OfferState.Withdrawn, Assert.Single(await shop.InboxAsync()).State);
        Assert.Equal(new PromotionCounts(0, 0, 0, 0), (await shop.ShowAsync(promotion.Id)).Counts);
    }

    [Fact]
    public async Task An_expired_offer_sets_its_reservation_free_and_a_dismissed_one_too()
    {
        await using var shop = await Shop.OpenAsync();
        var promotion = await shop.PromoteAsync(definition => definition with { ValidHours = 1 });
        await shop.TapAsync();
        var offer = Assert.Single(await shop.InboxAsync());

        Assert.True(await shop.Portal.InScopeAsync<IOffersForSubscriber, bool>(offers => offers.DismissAsync(
            shop.SubscriberId, offer.Id, PortalUnderTest.Cancelled)));
        Assert.Equal(new PromotionCounts(1, 0, 0, 0), (await shop.ShowAsync(promotion.Id)).Counts);

        await shop.TapAsync();
        shop.Portal.Clock.Advance(TimeSpan.FromMinutes(71));
        await shop.Portal.InScopeAsync<OfferSweep, int>(sweep => sweep.RunAsync(PortalUnderTest.Cancelled));

        await Eventually.BecomesAsync(
            new PromotionCounts(2, 0, 0, 0), async () => (await shop.ShowAsync(promotion.Id)).Counts);
        Assert.DoesNotContain(await shop.InboxAsync(), left => left.State == OfferState.Open);
    }

    [Fact]
    public async Task A_code_redeems_once_and_repeating_it_with_its_transaction_is_answered_alike()
    {
        await using var shop = await Shop.OpenAsync();
        var promotion = await shop.PromoteAsync();
        await shop.TapAsync();
        var code = Assert.Single(await shop.InboxAsync()).Code;
        var spoken = $"{code[..4]}-{code[4..]}".ToLowerInvariant();

        var first = await shop.RedeemAsync(new RedeemCode(spoken, "T-1", 5000, "x-1"));
        var again = await shop.RedeemAsync(new RedeemCode(code, "T-1", 5000, "x-1"));
        var other = await shop.RedeemAsync(new RedeemCode(code, "T-1", 5000, "x-2"));

        var redeemed = await first.Content.ReadFromJsonAsync<CodeRedeemed>(Town.Json);
        var repeated = await again.Content.ReadFromJsonAsync<CodeRedeemed>(Town.Json);
        Assert.Equal(redeemed! with { Repeated = true }, repeated);
        Assert.Equal("redemption.already-redeemed", await other.ProblemCodeAsync());
        Assert.Equal(new PromotionCounts(1, 1, 0, 1000), (await shop.ShowAsync(promotion.Id)).Counts);

        // The purchase itself arrives later and is refunded: the redemption goes with it.
        var tap = Town.Purchase("x-1", "T-1", "EP-0001", 5000, shop.Portal.Clock.GetUtcNow());
        await shop.MatchedAsync(await shop.Till.TapAsync(tap));
        Assert.Equal(1, (await shop.ShowAsync(promotion.Id)).Counts.Redeemed);
        await shop.CorrectAsync(tap, TransactionKind.Reversal);
        Assert.Equal(0, (await shop.ShowAsync(promotion.Id)).Counts.Redeemed);
    }

    [Fact]
    public async Task A_code_is_refused_with_a_stable_reason()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.PromoteAsync(definition => definition with
        {
            ValidHours = 1, Redemption = new() { MinAmountMinor = 100 },
        });
        var rival = await shop.Portal.AddShopAsync("M-2", "T-2");
        var rivals = await shop.Portal.ClientAsync(rival.Id, PortalScopes.WriteRedemptions);
        await shop.TapAsync();
        var code = Assert.Single(await shop.InboxAsync()).Code;

        await RefusedAsync("redemption.unknown-code", new RedeemCode("22222222", "T-1"), HttpStatusCode.NotFound);
        await RefusedAsync("redemption.not-here", new RedeemCode(code, "T-2", 500), HttpStatusCode.Conflict, rivals);
        await RefusedAsync("terminal.not-allowed", new RedeemCode(code, "T-1", 500), HttpStatusCode.Forbidden, rivals);
        await RefusedAsync("redemption.below-minimum", new RedeemCode(code, "T-1", 99), (HttpStatusCode)422);
        await RefusedAsync("redemption.below-minimum", new RedeemCode(code, "T-1"), (HttpStatusCode)422);
        shop.Portal.Clock.Advance(TimeSpan.FromMinutes(61));
        await RefusedAsync("redemption.expired", new RedeemCode(code, "T-1", 500), HttpStatusCode.Conflict);

        async Task RefusedAsync(string reason, RedeemCode body, HttpStatusCode status, HttpClient? client = null)
        {
            var answer = await shop.RedeemAsync(body, client);
            Assert.Equal((status, reason), (answer.StatusCode, await answer.ProblemCodeAsync()));
        }
    }
}
