using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Delivery.Simulator;
using Portal.Server.Offers.Contracts;
using Portal.Server.Platform.Database;
using Portal.Shared.Offers;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Inbox;

/// <summary>Offers as the inbox sees them, kept by the test.</summary>
internal sealed class ShelfOfOffers : IOffersForSubscriber, IOffersForDelivery
{
    public List<InboxOffer> Offers { get; } = [];

    public HashSet<Guid> Viewed { get; } = [];

    public Task<IReadOnlyList<InboxOffer>> ListAsync(long subscriberId, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<InboxOffer>>([.. Offers.Where(offer => offer.SubscriberId == subscriberId).Take(limit)]);

    public Task<InboxOffer?> FindAsync(long subscriberId, Guid offerId, CancellationToken cancellationToken) =>
        Task.FromResult(Offers.Find(offer => offer.SubscriberId == subscriberId && offer.Id == offerId));

    public Task<InboxOffer?> FindByTokenAsync(string token, CancellationToken cancellationToken) =>
        Task.FromResult(Offers.Find(offer => offer.Token == token));

    public Task<bool> DismissAsync(long subscriberId, Guid offerId, CancellationToken cancellationToken)
    {
        var index = Offers.FindIndex(offer => offer.SubscriberId == subscriberId && offer.Id == offerId);
        if (index >= 0)
        {
            Offers[index] = Offers[index] with { State = OfferState.Dismissed };
        }

        return Task.FromResult(index >= 0);
    }

    public Task MarkViewedAsync(
        long subscriberId, IReadOnlyCollection<Guid> offerIds, CancellationToken cancellationToken)
    {
        Viewed.UnionWith(offerIds);
        return Task.CompletedTask;
    }

    public Task<IReadOnlySet<Guid>> StillOpenAsync(
        IReadOnlyCollection<Guid> offerIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<Guid>>(offerIds.ToHashSet());

    public InboxOffer Put(
        long subscriber, string title, string text = "Half price on tea", OfferState state = OfferState.Open)
    {
        var offer = new InboxOffer(
            Guid.CreateVersion7(), subscriber, 1, 1, "好再来茶馆", $"tok{Offers.Count:D4}abcdefgh", "K7Q2MX", "zh-CN", title,
            text, new Benefit(BenefitKind.AmountOff, 2000), 5000, state, PortalUnderTest.Start,
            PortalUnderTest.Start.AddDays(3), null, null, ["您最近30天在餐饮消费了6次", "您常去静安区"]);
        Offers.Add(offer);
        return offer;
    }
}

/// <summary>A portal with a subscriber's phone, and a browser that keeps cookies as browsers do.</summary>
internal sealed partial class InboxFixture(PortalUnderTest portal, ShelfOfOffers offers) : IAsyncDisposable
{
    public const string Number = "+8613800000001";

    private readonly CookieContainer _cookies = new();

    public PortalUnderTest Portal => portal;

    public ShelfOfOffers Offers => offers;

    public long Subscriber { get; private set; }

    public static async Task<InboxFixture> StartAsync(
        TestDatabase database = TestDatabase.Sqlite, string? language = "en", params (string Key, string Value)[] settings)
    {
        var offers = new ShelfOfOffers();
        var portal = await PortalUnderTest.StartAsync(
            database,
            settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value),
            services => services
                .AddScoped<IOffersForSubscriber>(_ => offers)
                .AddScoped<IOffersForDelivery>(_ => offers));
        var inbox = new InboxFixture(portal, offers);
        inbox.Subscriber = await portal.AddSubscriberAsync(Number, "EP-0001", body => body with { Language = language });
        return inbox;
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? accept = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), accept);

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        }, null);

    public async Task SignInAsync()
    {
        var asked = await PostAsync("/m/sign-in", ("msisdn", "138 0000 0001"));
        var signIn = Hidden(await asked.Content.ReadAsStringAsync(), "signIn");
        var answer = await PostAsync("/m/code", ("signIn", signIn), ("code", await LastCodeAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    /// <summary>Reads the code from the simulated handset.</summary>
    public async Task<string> LastCodeAsync(int messages = 1)
    {
        var texts = await Eventually.GetAsync(TextsAsync, texts => texts.Count >= messages);
        return CodePattern().Match(texts[^1]).Value;
    }

    public Task<List<string>> TextsAsync() => portal.InScopeAsync<PortalDbContext, List<string>>(database =>
        database.Set<HandsetRow>().OrderBy(row => row.Id).Select(row => row.Text).ToListAsync());

    public static string Hidden(string page, string name) =>
        Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? accept)
    {
        var client = portal.App.GetTestServer().CreateClient();
        var address = new Uri(client.BaseAddress!, request.RequestUri!);
        if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        request.Headers.TryAddWithoutValidation("Accept", accept ?? "text/html");
        var answer = await client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                _cookies.SetCookies(address, cookie);
            }
        }

        return answer;
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex CodePattern();
}
