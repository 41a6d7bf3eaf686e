using Portal.Server.Dashboards.Domain;
using Portal.Server.Dashboards.Following;
using Portal.Shared.Dashboards;

namespace Portal.Server.Dashboards.Watching;

/// <summary>
/// The numbered ticks of one scope, and snapshots that fit between them: what moves after a snapshot is in the next
/// tick, and as every number replaces the one before, being told something twice does no harm.
/// </summary>
internal sealed class DashboardFeed(
    DashboardScope scope, string source, LiveBoards boards, BackgroundNumbers background, DashboardCalendar calendar)
{
    /// <summary>A dashboard hears something at least so often, and so knows that it is still connected.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private long _sequence;
    private DateTimeOffset _lastTick = DateTimeOffset.MinValue;
    private DashboardSnapshot? _cached;
    private OfferTotals _sentOffers = BackgroundNumbers.NoOffers;
    private IReadOnlyList<ProjectionLag> _sentProjections = [];

    public DashboardSnapshot Snapshot()
    {
        lock (_lock)
        {
            var now = calendar.Now;
            // Many dashboards that connect at once (a node was restarted) share one.
            if (_cached is null || _cached.Sequence != _sequence || now - _cached.At >= DashboardTicker.Interval)
            {
                _cached = boards.Read(calendar.Today(), scope.MerchantId, (board, since) => new DashboardSnapshot(
                    source,
                    _sequence,
                    now,
                    TotalsOf(board, since),
                    board.Seconds(now),
                    board.Minutes(now),
                    board.Categories(),
                    [],
                    [.. board.LatestTaps().Select(ToView)],
                    scope.IsOperator ? background.Projections : []));
                _cached = _cached with { Merchants = scope.IsOperator ? boards.Ranking() : [] };
            }

            return _cached;
        }
    }

    /// <summary>The next tick, or null when nothing moved and nobody needs a heartbeat yet.</summary>
    public DashboardTick? NextTick()
    {
        lock (_lock)
        {
            var now = calendar.Now;
            var offers = background.OffersOf(scope.MerchantId);
            var projections = scope.IsOperator ? background.Projections : [];
            var lagMoved = !projections.SequenceEqual(_sentProjections);
            var (changes, today) = boards.Read(calendar.Today(), scope.MerchantId, (board, since) =>
                board.HasMoved || lagMoved || offers != _sentOffers || now - _lastTick >= Heartbeat
                    ? (board.HasMoved ? board.TakeChanges(now) : _nothing, TotalsOf(board, since))
                    : (null, null!));
            if (changes is null)
            {
                return null;
            }

            (_lastTick, _sentOffers, _sentProjections) = (now, offers, projections);
            return new DashboardTick(
                source,
                ++_sequence,
                now,
                today,
                changes.Seconds,
                changes.Minutes,
                changes.Categories,
                scope.IsOperator && !ReferenceEquals(changes, _nothing) ? boards.Ranking() : null,
                [.. changes.NewTaps.Select(ToView)],
                lagMoved ? projections : null);
        }
    }

    private static readonly BoardChanges _nothing = new([], [], [], []);

    private TodayTotals TotalsOf(LiveBoard board, DateTimeOffset since) => new(
        since,
        board.Taps,
        board.AmountMinor,
        board.Corrections,
        board.CorrectedMinor,
        background.OffersOf(scope.MerchantId));

    private TapView ToView(LiveTap tap) => new(
        tap.Position,
        tap.OccurredAt,
        tap.Merchant,
        tap.Outlet,
        tap.CategoryId,
        tap.AmountMinor,
        tap.Kind,
        // Whose phone it was is not the merchant's to see.
        scope.IsOperator ? "•••" + tap.PaymentIdLast4 : null);
}
