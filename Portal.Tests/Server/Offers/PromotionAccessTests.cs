using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Server.Identity.Contracts;
using Portal.Shared.Http;
using Portal.Shared.Offers;
using Portal.Shared.Subscribers;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Offers;

/// <summary>Invariant 9: a merchant sees only its own data, no subscriber, and no number under ten people.</summary>
public sealed class PromotionAccessTests
{
    [Fact]
    public async Task A_merchant_reaches_nothing_of_another_merchants_promotion()
    {
        await using var shop = await Shop.OpenAsync();
        var promotion = await shop.PromoteAsync();
        await shop.TapAsync();
        var offer = Assert.Single(await shop.InboxAsync());
        var rival = await shop.Portal.AddShopAsync("M-2", "T-2");
        var client = await shop.Portal.ClientAsync(rival.Id, PortalScopes.Api);
        var path = $"/api/v1/promotions/{promotion.Id}";

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{path}/audience")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{path}/results")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{path}/pause", null)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound, (await client.PutAsJsonAsync(path, shop.Definition(), Town.Json)).StatusCode);
        Assert.Equal("promotion.not-yours", await (await client.PostAsJsonAsync(
            "/api/v1/promotions", shop.Definition(), Town.Json)).ProblemCodeAsync());
        Assert.Empty((await client.GetFromAsync<Page<PromotionSummary>>("/api/v1/promotions")).Items);
        Assert.Empty((await client.GetFromAsync<Page<OfferSummary>>("/api/v1/offers")).Items);
        Assert.Empty((await client.GetFromAsync<Page<RedemptionView>>("/api/v1/redemptions")).Items);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/api/v1/offers/{offer.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"{path}/refusals")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(
            $"/api/v1/decisions?subscriberId={shop.SubscriberId}")).StatusCode);
    }

    [Fact]
    public async Task A_merchant_sees_its_own_offers_without_subscriber_code_or_token()
    {
        await using var shop = await Shop.OpenAsync();
        var promotion = await shop.PromoteAsync();
        await shop.TapAsync();
        var offer = Assert.Single(await shop.InboxAsync());
        await shop.RedeemAsync(new RedeemCode(offer.Code, "T-1", 5000, "x-1"));
        var client = await shop.Portal.ClientAsync(shop.MerchantId, PortalScopes.Api);

        var offers = await (await client.GetAsync("/api/v1/offers")).Content.ReadAsStringAsync();
        var redemptions = await client.GetFromAsync<Page<RedemptionView>>("/api/v1/redemptions");
        var results = await client.GetFromAsync<PromotionResults>($"/api/v1/promotions/{promotion.Id}/results");

        var item = JsonDocument.Parse(offers).RootElement.GetProperty("items")[0];
        Assert.Equal(JsonValueKind.Null, item.GetProperty("subscriberId").ValueKind);
        Assert.Equal(JsonValueKind.Null, item.GetProperty("msisdn").ValueKind);
        Assert.DoesNotContain(offer.Code, offers, StringComparison.Ordinal);
        Assert.DoesNotContain(offer.Token, offers, StringComparison.Ordinal);
        Assert.Null(Assert.Single(redemptions.Items).SubscriberId);
        Assert.Null(results.Made);
        Assert.Null(results.Redeemed);
    }

    [Fact]
    public async Task An_audience_is_counted_exactly_and_withheld_from_merchants_under_ten()
    {
        await using var shop = await Shop.OpenAsync();
        for (var i = 10; i < 22; i++)
        {
            await shop.Portal.AddSubscriberAsync(
                $"+86138000000{i}", $"EP-00{i}", body => body with { Gender = i < 19 ? Gender.F : Gender.M });
        }

        var merchant = await shop.Portal.ClientAsync(shop.MerchantId, PortalScopes.Api);
        var women = new CountAudience(new() { Gender = [Gender.F] }, shop.MerchantId);
        var all = new CountAudience(new() { All = [] }, shop.MerchantId);

        Assert.Equal(9, (await CountAsync(shop.Operator, women)).Total);
        Assert.Equal((null, true), await ShownAsync(merchant, women));
        Assert.Equal((13, false), await ShownAsync(merchant, all));
    }

    [Fact]
    public async Task A_wrong_definition_is_refused_with_every_json_path()
    {
        await using var shop = await Shop.OpenAsync();
        var rival = await shop.Portal.AddShopAsync("M-2", "T-2");
        var wrong = shop.Definition() with
        {
            Benefit = new Benefit(BenefitKind.PercentOff, 101),
            Audience = new()
            {
                All =
                [
                    new() { Purchases = new(400, CountAtLeast: 1) },
                    new() { Age = new(30, 20), Gender = [Gender.F] },
                    new() { NewCustomer = new(rival.Id) },
                ],
            },
        };

        var answer = await shop.Operator.PostAsJsonAsync("/api/v1/promotions", wrong, Town.Json);

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        Assert.Equal(
            ["audience.all[0].purchases", "audience.all[1]", "audience.all[2].newCustomer", "benefit.value"],
            errors.EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }

    private static async Task<(int? Total, bool Withheld)> ShownAsync(HttpClient client, CountAudience body)
    {
        var count = await CountAsync(client, body);
        return (count.Total, count.Withheld);
    }

    private static async Task<AudienceCount> CountAsync(HttpClient client, CountAudience body)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/promotions/audience", body, Town.Json);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<AudienceCount>(Town.Json))!;
    }
}
