using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Matching;
using Portal.Server.Platform.Database;
using Portal.Server.Profiles.Projecting;
using Portal.Shared.Ledger;
using Portal.Shared.Offers;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Offers;

/// <summary>Invariant 4: a cap of N gives exactly N, under any concurrency; a refund gives its slot back.</summary>
public sealed class CapConcurrencyTests
{
    private const int People = 12;
    private const int Cap = 5;

    [Theory, OnEachDatabase]
    public async Task Matchers_that_run_at_once_never_pass_a_cap_and_refunds_give_slots_back(TestDatabase database)
    {
        await using var shop = await Shop.OpenAsync(
            database, new() { ["Offers:BatchSize"] = "2" }, running: false);
        var promotion = await shop.PromoteAsync(definition => definition with
        {
            Limits = new() { TotalCap = Cap, DailyCap = Cap, BudgetMinor = Cap * 1000 },
        });
        var taps = new List<TransactionPost>();
        for (var i = 0; i < People; i++)
        {
            await shop.Portal.AddSubscriberAsync($"+86139000000{i:00}", $"EP-10{i:00}");
            var tap = Town.Purchase($"a-{i}", "T-1", $"EP-10{i:00}", 5000, PortalUnderTest.Start);
            await shop.Till.TapAsync(tap);
            taps.Add(tap);
        }

        await MatchAsync(shop);
        await AssertCountsAsync(shop, promotion.Id, made: Cap);

        foreach (var tap in taps)
        {
            await shop.Till.TapAsync(tap.Correcting(TransactionKind.Reversal, $"r-{tap.Id}"));
        }

        await MatchAsync(shop);
        await AssertCountsAsync(shop, promotion.Id, made: 0);

        for (var i = 0; i < People; i++)
        {
            await shop.Till.TapAsync(Town.Purchase($"b-{i}", "T-1", $"EP-10{i:00}", 5000, PortalUnderTest.Start));
        }

        await MatchAsync(shop);
        await AssertCountsAsync(shop, promotion.Id, made: Cap);
    }

    [Theory, OnEachDatabase]
    public async Task Of_many_tills_with_one_code_exactly_one_wins(TestDatabase database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var promotion = await shop.PromoteAsync();
        await shop.TapAsync();
        var code = Assert.Single(await shop.InboxAsync()).Code;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            till => shop.RedeemAsync(new RedeemCode(code, "T-1", 5000, $"till-{till}"))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var loser in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            Assert.Equal("redemption.already-redeemed", await loser.ProblemCodeAsync());
        }

        Assert.Equal(new PromotionCounts(1, 1, 0, 1000), (await shop.ShowAsync(promotion.Id)).Counts);
        var same = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            _ => shop.RedeemAsync(new RedeemCode(code, "T-1", 5000, "till-x"))));
        Assert.DoesNotContain(same, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refunds_and_codes_at_once_leave_counters_that_equal_the_offers()
    {
        await using var shop = await Shop.OpenAsync();
        var promotion = await shop.PromoteAsync();
        var work = new List<Task>();
        for (var i = 0; i < People; i++)
        {
            var subscriber = await shop.Portal.AddSubscriberAsync($"+86139000000{i:00}", $"EP-10{i:00}");
            var tap = await shop.TapAsync($"EP-10{i:00}");
            var code = Assert.Single(await shop.InboxAsync(subscriber)).Code;
            work.Add(shop.RedeemAsync(new RedeemCode(code, "T-1", 5000, $"code-{i}")));
            work.Add(shop.CorrectAsync(tap, TransactionKind.Reversal));
        }

        await Task.WhenAll(work);

        var offers = await OffersAsync(shop);
        var counts = (await shop.ShowAsync(promotion.Id)).Counts;
        Assert.Equal(offers.Count(offer => offer.State == OfferState.Redeemed), counts.Redeemed);
        Assert.Equal(counts.Redeemed, counts.Made);
        Assert.Equal(new PromotionCounts(counts.Made, counts.Redeemed, 0, counts.Redeemed * 1000), counts);
    }

    /// <summary>Statistics and several matchers, each in a scope of its own, until nothing is left to do.</summary>
    private static async Task MatchAsync(Shop shop)
    {
        while (await shop.Portal.InScopeAsync<StatisticsProjection, bool>(
            projection => projection.AdvanceAsync(PortalUnderTest.Cancelled)))
        {
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (await shop.Portal.InScopeAsync<OfferMatching, bool>(
                matching => matching.AdvanceAsync(PortalUnderTest.Cancelled)))
            {
            }
        })));
    }

    private static Task<List<Offer>> OffersAsync(Shop shop) => shop.Portal.InScopeAsync<PortalDbContext, List<Offer>>(
        database => database.Set<Offer>().AsNoTracking().ToListAsync(PortalUnderTest.Cancelled));

    private static async Task AssertCountsAsync(Shop shop, int promotionId, int made)
    {
        var standing = (await OffersAsync(shop)).Count(offer => offer.State == OfferState.Open);
        Assert.Equal(made, standing);
        Assert.Equal(
            new PromotionCounts(made, 0, made * 1000, 0), (await shop.ShowAsync(promotionId)).Counts);
    }
}
