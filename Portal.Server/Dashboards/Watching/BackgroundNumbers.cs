using System.Collections.Frozen;
using Portal.Server.Dashboards.Following;
using Portal.Server.Delivery.Contracts;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Offers.Contracts;
using Portal.Shared.Dashboards;
using Portal.Shared.Delivery;

namespace Portal.Server.Dashboards.Watching;

/// <summary>
/// Numbers that are not in the ledger's tail and have to be asked for: what became of today's offers, and how far
/// projections are behind. Asked once a second while anybody watches.
/// </summary>
internal sealed partial class BackgroundNumbers(
    DashboardAudience audience,
    IEnumerable<ProjectionRegistration> registrations,
    IServiceScopeFactory scopes,
    DashboardCalendar calendar,
    TimeProvider time,
    ILogger<BackgroundNumbers> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private const int All = -1;
    private const int Own = 0;
    private const int SmallestShown = 10;

    public static OfferTotals NoOffers { get; } = new(0, 0, 0);

    /// <summary>Who reads a number in here gets it as it was up to a second ago.</summary>
    private volatile IReadOnlyList<ProjectionLag> _projections = [];

    /// <summary>By merchant; the operator's own promotions under 0, and everything together under -1.</summary>
    private volatile FrozenDictionary<int, OfferTotals> _offers = FrozenDictionary<int, OfferTotals>.Empty;

    public IReadOnlyList<ProjectionLag> Projections => _projections;

    /// <summary>A merchant is not told of fewer people than <see cref="SmallestShown"/>, as everywhere.</summary>
    public OfferTotals OffersOf(int? merchantId)
    {
        var totals = _offers.GetValueOrDefault(merchantId ?? All, NoOffers);
        return merchantId is null
            ? totals
            : new OfferTotals(Withhold(totals.Made), Withhold(totals.Sent), Withhold(totals.Redeemed));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await AskAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        if (audience.Watched().Count == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        await AskProjectionsAsync(scope.ServiceProvider, cancellationToken);
        await AskOffersAsync(scope.ServiceProvider, cancellationToken);
    }

    private async Task AskProjectionsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var checkpoints = services.GetRequiredService<ICheckpoints>();
        var ledger = services.GetRequiredService<ILedgerReader>();
        var lags = new List<ProjectionLag>();
        foreach (var registration in registrations)
        {
            var checkpoint = await checkpoints.ReadAsync(registration.Name, cancellationToken);
            // The head is read after the checkpoint, so that nobody is ahead of it.
            var head = await ledger.HeadAsync(cancellationToken);
            lags.Add(new ProjectionLag(registration.Name, head - checkpoint.LedgerPosition));
        }

        _projections = lags;
    }

    private async Task AskOffersAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var totals = new Dictionary<int, OfferTotals>();
        foreach (var count in await services.GetRequiredService<IOfferCounts>()
            .CountAsync(today.Start, today.End, cancellationToken))
        {
            Add(count.MerchantId, new OfferTotals(count.Made, 0, count.Redeemed));
        }

        foreach (var count in await services.GetRequiredService<IDeliveryCounts>()
            .CountAsync(today.Start, today.End, cancellationToken))
        {
            if (WasSent(count.State))
            {
                Add(count.MerchantId, new OfferTotals(0, count.Count, 0));
            }
        }

        _offers = totals.ToFrozenDictionary();

        void Add(int? merchantId, OfferTotals more)
        {
            totals[merchantId ?? Own] = Sum(totals.GetValueOrDefault(merchantId ?? Own, NoOffers), more);
            totals[All] = Sum(totals.GetValueOrDefault(All, NoOffers), more);
        }
    }

    private static long? Withhold(long? number) => number is > 0 and < SmallestShown ? null : number;

    private static OfferTotals Sum(OfferTotals one, OfferTotals other) =>
        new(one.Made + other.Made, one.Sent + other.Sent, one.Redeemed + other.Redeemed);

    /// <summary>Whether a gateway took it, whatever the network then made of it.</summary>
    private static bool WasSent(DeliveryState state) => state switch
    {
        DeliveryState.Submitted or DeliveryState.Accepted or DeliveryState.Buffered or DeliveryState.Delivered => true,
        DeliveryState.Pending or DeliveryState.Held or DeliveryState.Submitting or DeliveryState.Failed
            or DeliveryState.Expired or DeliveryState.Cancelled or DeliveryState.Refused => false,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Offers and progress of the projections could not be counted")]
    private partial void Failed(Exception exception);
}
