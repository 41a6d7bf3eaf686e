using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Portal.Shared.Delivery;
using Portal.Shared.Http;
using Portal.Shared.Offers;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Delivery;

/// <summary>From a tap on a simulated handset to the offer on its screen, through the whole portal.</summary>
public sealed class HandsetTests
{
    [Theory, OnEachDatabase]
    public async Task A_tap_brings_an_offer_to_the_handset_whose_link_opens_it(TestDatabase database)
    {
        await using var portal = await StartAsync(database, demo: true);
        var (person, people) = await SetUpAsync(portal);

        var tap = await people.PostAsJsonAsync(
            $"/api/v1/handsets/{person}/taps", new HandsetTap("T-1", 4599), Town.Json);
        Assert.True(tap.IsSuccessStatusCode, await tap.Content.ReadAsStringAsync());
        var message = await Eventually.GetAsync(() => NewestAsync(people, person), message => message is not null);
        var link = Regex.Match(message!.Text, "/o/[^ ]+").Value;
        var page = await (await portal.Http.GetAsync(link)).Content.ReadAsStringAsync();

        Assert.Contains("[Merchant M-1]", message.Text);
        Assert.Contains("Two for one", page);
        portal.Clock.Advance(TimeSpan.FromSeconds(2));
        await Eventually.BecomesAsync(DeliveryState.Delivered, () => StateAsync(people, message.DeliveryId!.Value));
    }

    [Fact]
    public async Task A_reply_of_stop_shows_in_the_conversation_and_ends_it()
    {
        await using var portal = await StartAsync(TestDatabase.Sqlite, demo: true);
        var (person, people) = await SetUpAsync(portal);

        var reply = await people.PostAsJsonAsync(
            $"/api/v1/handsets/{person}/replies", new HandsetReply("退订"), Town.Json);
        var outcome = await reply.Content.ReadFromJsonAsync<HandsetReplyOutcome>(Town.Json);

        Assert.Equal(ReplyMeaning.Stop, outcome!.Meaning);
        await Eventually.BecomesAsync(2, async () => (await MessagesAsync(people, person)).Count);
    }

    [Fact]
    public async Task Outside_demo_mode_there_are_no_handsets()
    {
        await using var portal = await StartAsync(TestDatabase.Sqlite, demo: false);
        var people = await portal.OperatorAsync();

        var answer = await people.GetAsync("/api/v1/handsets/1/messages");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("handset.demo-only", await answer.ProblemCodeAsync());
    }

    [Fact]
    public async Task A_merchant_sees_neither_handsets_nor_deliveries()
    {
        await using var portal = await StartAsync(TestDatabase.Sqlite, demo: true);
        var merchant = await portal.AddMerchantAsync("M-9");
        var client = await portal.ClientAsync(merchant.Id, Portal.Server.Identity.Contracts.PortalScopes.Api);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/handsets/1/messages")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/deliveries")).StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task Deliveries_are_listed_page_by_page_each_once(TestDatabase database)
    {
        await using var town = await DeliveryFixture.StartAsync(database);
        for (var i = 0; i < 7; i++)
        {
            await town.QueueAsync(await town.AddSubscriberAsync());
        }

        var people = await town.Portal.OperatorAsync();
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await people.GetFromJsonAsync<Page<DeliveryView>>(
                $"/api/v1/deliveries?limit=3&state=pending&cursor={cursor}", Town.Json);
            seen.AddRange(page!.Items.Select(item => item.Id));
            Assert.All(page.Items, item => Assert.Contains("•••", item.Msisdn));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(7, seen.Distinct().Count());
        Assert.Equal(7, seen.Count);
    }

    private static Task<PortalUnderTest> StartAsync(TestDatabase database, bool demo) => PortalUnderTest.StartAsync(
        database, new Dictionary<string, string?> { ["Portal:Demo"] = $"{demo}" });

    private static async Task<(long Person, HttpClient People)> SetUpAsync(PortalUnderTest portal)
    {
        var merchant = await portal.AddShopAsync("M-1", "T-1");
        var person = await portal.AddSubscriberAsync("+8613800000001", "EP-0001", body => body with { Language = "en" });
        var people = await portal.OperatorAsync();
        var made = await people.PostAsJsonAsync("/api/v1/promotions", new SavePromotion
        {
            MerchantId = merchant.Id,
            Name = "Two for one",
            Texts = new Dictionary<string, PromotionText> { ["en"] = new("Two for one", "Two teas for one.") },
            Benefit = new Benefit(BenefitKind.AmountOff, 500),
            Channels = [Channel.Sms],
        }, Town.Json);
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        var active = await people.PostAsync($"{made.Headers.Location}/activate", null);
        Assert.True(active.IsSuccessStatusCode, await active.Content.ReadAsStringAsync());
        return (person, people);
    }

    private static async Task<IReadOnlyList<HandsetMessage>> MessagesAsync(HttpClient people, long person) =>
        (await people.GetFromJsonAsync<Page<HandsetMessage>>($"/api/v1/handsets/{person}/messages", Town.Json))!.Items;

    private static async Task<HandsetMessage?> NewestAsync(HttpClient people, long person) =>
        await MessagesAsync(people, person) is [var newest, ..] ? newest : null;

    private static async Task<DeliveryState> StateAsync(HttpClient people, Guid delivery) =>
        (await people.GetFromJsonAsync<Page<DeliveryView>>("/api/v1/deliveries", Town.Json))!
        .Items.Single(item => item.Id == delivery).State;
}
