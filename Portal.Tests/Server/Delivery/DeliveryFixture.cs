using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Delivery.Domain;
using Portal.Server.Delivery.Gateways;
using Portal.Server.Delivery.Receipts;
using Portal.Server.Delivery.Sending;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Offers.Contracts;
using Portal.Server.Platform.Database;
using Portal.Shared.Delivery;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Delivery;

/// <summary>A gateway that does what the test says, and remembers what it was handed.</summary>
internal sealed class ScriptedGateway : IChannelGateway
{
    public ConcurrentQueue<Outgoing> Handed { get; } = new();

    public Func<Outgoing, Task<SubmitResult>> Answer { get; set; } = _ => Task.FromResult(SubmitResult.Accepted);

    public bool Carries(Channel channel) => channel != Channel.Ota;

    public Task<SubmitResult> SubmitAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        Handed.Enqueue(outgoing);
        return Answer(outgoing);
    }
}

/// <summary>Offers that are open until the test closes them.</summary>
internal sealed class OpenOffers : IOffersForDelivery
{
    public ConcurrentDictionary<Guid, bool> Closed { get; } = new();

    public Task<IReadOnlySet<Guid>> StillOpenAsync(
        IReadOnlyCollection<Guid> offerIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<Guid>>(offerIds.Where(id => !Closed.ContainsKey(id)).ToHashSet());
}

/// <summary>A portal whose gateway and offers the test plays; without workers unless it wants some.</summary>
internal sealed class DeliveryFixture(PortalUnderTest portal, ScriptedGateway gateway, OpenOffers offers) : IAsyncDisposable
{
    private static readonly string[] _off = ["Delivery:Workers"];

    public PortalUnderTest Portal => portal;

    public ScriptedGateway Gateway => gateway;

    public OpenOffers Offers => offers;

    public static async Task<DeliveryFixture> StartAsync(
        TestDatabase database = TestDatabase.Sqlite, params (string Key, string Value)[] settings)
    {
        var (gateway, offers) = (new ScriptedGateway(), new OpenOffers());
        var all = _off.ToDictionary(key => key, _ => (string?)"0");
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var portal = await PortalUnderTest.StartAsync(database, all, services => services
            .AddSingleton<IChannelGateway>(gateway)
            .AddScoped<IOffersForDelivery>(_ => offers));
        return new DeliveryFixture(portal, gateway, offers);
    }

    public Task<long> AddSubscriberAsync(string? timeZone = null, params Channel[] consents) => portal.AddSubscriberAsync(
        $"+86138{Random.Shared.Next(10_000_000, 99_999_999)}",
        $"EP-{Guid.CreateVersion7():N}",
        body => body with { TimeZone = timeZone, Consents = consents.Length == 0 ? body.Consents : consents });

    /// <summary>Queues an offer as matching does; returns the offer's id.</summary>
    public async Task<Guid> QueueAsync(long subscriber, TimeSpan? validFor = null, params Channel[] channels)
    {
        var now = portal.Clock.GetUtcNow();
        var offer = Guid.CreateVersion7();
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IDeliveryOutbox>().Add(new OutgoingOffer(
            offer, 1, null, subscriber, null, channels.Length == 0 ? [Channel.Sms] : channels, "en", "Half price",
            "Half price on tea", offer.ToString("N"), "AB12CD", now, now + (validFor ?? TimeSpan.FromDays(7))));
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        return offer;
    }

    /// <summary>Lets a worker take and hand over until nothing is due.</summary>
    public async Task RunAsync()
    {
        while (await portal.Services.GetRequiredService<DeliveryWorkers>().RunOnceAsync(CancellationToken.None))
        {
        }
    }

    /// <summary>
    /// Takes what is due and writes the attempts down, but hands nothing over: the process dies there.
    /// </summary>
    public Task<DeliveryClaims.Claim> ClaimAndDieAsync() =>
        portal.InScopeAsync<DeliveryClaims, DeliveryClaims.Claim>(claims => claims.TakeDueAsync(CancellationToken.None));

    public Task<bool> ReceiptAsync(OutboundDelivery delivery, DeliveryState state, string? key = null, int? attempt = null) =>
        portal.InScopeAsync<ReceiptBook, bool>(book => book.TakeAsync(
            new Receipt(delivery.Id, attempt ?? delivery.Attempt, key ?? $"{state}", state), CancellationToken.None));

    public Task<List<OutboundDelivery>> DeliveriesAsync(Guid? offer = null) =>
        portal.InScopeAsync<PortalDbContext, List<OutboundDelivery>>(database => database.Set<OutboundDelivery>()
            .AsNoTracking().Where(row => offer == null || row.OfferId == offer).OrderBy(row => row.CreatedAt)
            .ThenBy(row => row.Id).ToListAsync());

    public async Task<OutboundDelivery> SingleAsync(Guid offer) => Assert.Single(await DeliveriesAsync(offer));

    public void Wake() => portal.Services.GetRequiredService<ProgressSignal>().Notify();

    public ValueTask DisposeAsync() => portal.DisposeAsync();
}
