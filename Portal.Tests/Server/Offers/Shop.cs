using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Identity.Contracts;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Offers.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Promotions;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Shared.Delivery;
using Portal.Shared.Ledger;
using Portal.Shared.Offers;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Offers;

/// <summary>A portal with one restaurant, one till and one subscriber, and what tests of offers do with them.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private int _taps;

    private Shop(PortalUnderTest portal) => Portal = portal;

    public PortalUnderTest Portal { get; }

    public required int MerchantId { get; init; }

    public required long SubscriberId { get; init; }

    public required HttpClient Till { get; init; }

    public required HttpClient Operator { get; init; }

    public static async Task<Shop> OpenAsync(
        TestDatabase database = TestDatabase.Sqlite, Dictionary<string, string?>? settings = null, bool running = true)
    {
        var portal = await PortalUnderTest.StartAsync(
            database,
            new(settings ?? []) { ["Identity:TokenLifetime"] = "1.00:00:00" },
            running ? null : services => services.WithoutProjections());
        var merchant = await portal.AddShopAsync("M-1", "T-1");
        return new Shop(portal)
        {
            MerchantId = merchant.Id,
            SubscriberId = await portal.AddSubscriberAsync("+8613800000001", "EP-0001"),
            Till = await portal.TerminalSystemAsync(),
            Operator = await portal.ClientAsync(null, PortalScopes.Api, PortalScopes.WriteRedemptions),
        };
    }

    public SavePromotion Definition() => new()
    {
        MerchantId = MerchantId,
        Name = "Lunch",
        Texts = new Dictionary<string, PromotionText>
        {
            ["en"] = new("Lunch for less", "Ten off your next lunch."),
            ["zh-CN"] = new("午餐优惠", "下次午餐立减十元。"),
        },
        Benefit = new Benefit(BenefitKind.AmountOff, 1000),
        CostMinor = 1000,
        Channels = [Channel.Sms],
    };

    public async Task<PromotionView> PromoteAsync(Func<SavePromotion, SavePromotion>? with = null)
    {
        var definition = with is null ? Definition() : with(Definition());
        var saved = await Portal.SendAsync(new SavePromotionCommand(Caller.Operator, null, definition));
        return await Portal.SendAsync(
            new SetPromotionStatusCommand(Caller.Operator, saved.Id, PromotionStatus.Active));
    }

    public Task<PromotionView> ShowAsync(int promotionId) =>
        Portal.SendAsync(new ShowPromotionQuery(Caller.Operator, promotionId));

    /// <summary>Posts a tap that happens now and waits until it is matched.</summary>
    public async Task<TransactionPost> TapAsync(
        string paymentId = "EP-0001", long amountMinor = 5000, string terminal = "T-1", TimeSpan ago = default)
    {
        var tap = Town.Purchase(
            $"tap-{++_taps}", terminal, paymentId, amountMinor, Portal.Clock.GetUtcNow() - ago);
        await MatchedAsync(await Till.TapAsync(tap));
        return tap;
    }

    public async Task CorrectAsync(TransactionPost tap, TransactionKind kind, long? amountMinor = null) =>
        await MatchedAsync(await Till.TapAsync(tap.Correcting(kind, $"back-{++_taps}", amountMinor) with
        {
            OccurredAt = Portal.Clock.GetUtcNow(),
        }));

    public async Task MatchedAsync(long position) => await Eventually.GetAsync(
        () => Portal.InScopeAsync<ICheckpoints, Checkpoint>(checkpoints => checkpoints.ReadAsync(
            "offers", PortalUnderTest.Cancelled)),
        checkpoint => checkpoint.LedgerPosition >= position);

    public Task<IReadOnlyList<InboxOffer>> InboxAsync(long? subscriberId = null) =>
        Portal.InScopeAsync<IOffersForSubscriber, IReadOnlyList<InboxOffer>>(offers => offers.ListAsync(
            subscriberId ?? SubscriberId, 100, PortalUnderTest.Cancelled));

    public Task<List<Refusal>> RefusalsAsync() => Portal.InScopeAsync<PortalDbContext, List<Refusal>>(database =>
        database.Set<Refusal>().AsNoTracking().OrderBy(refusal => refusal.PromotionId)
            .ToListAsync(PortalUnderTest.Cancelled));

    public Task<HttpResponseMessage> RedeemAsync(RedeemCode body, HttpClient? client = null) =>
        (client ?? Operator).PostAsJsonAsync("/api/v1/redemptions", body, Town.Json);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
