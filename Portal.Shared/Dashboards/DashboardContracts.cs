using Portal.Shared.Ledger;

namespace Portal.Shared.Dashboards;

/// <summary>What the server calls on a dashboard.</summary>
public interface IDashboardClient
{
    /// <summary>Some numbers moved, or five seconds passed in which none did.</summary>
    Task Tick(DashboardTick tick);
}

/// <summary>The hub at which dashboards connect.</summary>
public static class DashboardHubContract
{
    /// <summary>Its path.</summary>
    public const string Path = "/hubs/dashboard";

    /// <summary>Its one method: everything at once, for who has just connected or has missed a tick.</summary>
    public const string Snapshot = nameof(Snapshot);

    /// <summary>Seconds of which taps are counted one by one.</summary>
    public const int SecondsShown = 300;

    /// <summary>Minutes of which taps and amounts are added up.</summary>
    public const int MinutesShown = 60;

    /// <summary>Latest taps kept.</summary>
    public const int TapsShown = 50;
}

/// <summary>Everything a dashboard shows.</summary>
/// <param name="Source">The node and start that counts; sequence numbers of two sources are not related.</param>
/// <param name="Sequence">Of the last tick that is in here.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Today">Totals of the operator's day.</param>
/// <param name="Seconds">The last five minutes by second; seconds without taps are left out.</param>
/// <param name="Minutes">The last hour by minute; minutes without taps are left out.</param>
/// <param name="Categories">Today by consumption category.</param>
/// <param name="Merchants">Today's ten merchants with the most turnover; empty for a merchant.</param>
/// <param name="Taps">The latest taps, newest first.</param>
/// <param name="Projections">How far each projection is behind the ledger; empty for a merchant.</param>
public sealed record DashboardSnapshot(
    string Source,
    long Sequence,
    DateTimeOffset At,
    TodayTotals Today,
    IReadOnlyList<SecondPoint> Seconds,
    IReadOnlyList<MinutePoint> Minutes,
    IReadOnlyList<CategoryTotal> Categories,
    IReadOnlyList<MerchantTotal> Merchants,
    IReadOnlyList<TapView> Taps,
    IReadOnlyList<ProjectionLag> Projections);

/// <summary>What moved since the tick before; each number replaces the one a dashboard has.</summary>
/// <param name="Source">As in the snapshot.</param>
/// <param name="Sequence">One more than the tick before; after a gap a dashboard asks for a snapshot.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Today">Totals of the operator's day.</param>
/// <param name="Seconds">Seconds that changed.</param>
/// <param name="Minutes">Minutes that changed.</param>
/// <param name="Categories">Categories that changed.</param>
/// <param name="Merchants">The ten leading merchants; null when none changed.</param>
/// <param name="Taps">New taps, newest first; when there were more than fit, the newest.</param>
/// <param name="Projections">All projections; null when none changed.</param>
public sealed record DashboardTick(
    string Source,
    long Sequence,
    DateTimeOffset At,
    TodayTotals Today,
    IReadOnlyList<SecondPoint> Seconds,
    IReadOnlyList<MinutePoint> Minutes,
    IReadOnlyList<CategoryTotal> Categories,
    IReadOnlyList<MerchantTotal>? Merchants,
    IReadOnlyList<TapView> Taps,
    IReadOnlyList<ProjectionLag>? Projections);

/// <summary>Totals of the operator's day.</summary>
/// <param name="CountedSince">Start of the day; later when it had more taps than a restarted node reads again.</param>
/// <param name="Taps">Purchases, refunds and reversals.</param>
/// <param name="AmountMinor">Turnover: the sum of purchases.</param>
/// <param name="Corrections">Refunds and reversals.</param>
/// <param name="CorrectedMinor">The sum of refunds and reversals.</param>
/// <param name="Offers">What became of today's offers.</param>
public sealed record TodayTotals(
    DateTimeOffset CountedSince,
    long Taps,
    long AmountMinor,
    long Corrections,
    long CorrectedMinor,
    OfferTotals Offers);

/// <summary>Offers of the operator's day. Numbers under ten that are about people are null for a merchant.</summary>
/// <param name="Made">Offers given to subscribers.</param>
/// <param name="Sent">Messages that were handed to a channel's gateway.</param>
/// <param name="Redeemed">Offers that a later tap or a code at the till used.</param>
public sealed record OfferTotals(long? Made, long? Sent, long? Redeemed);

/// <summary>Taps of one second.</summary>
/// <param name="Second">Seconds since 1970.</param>
/// <param name="Taps">Purchases, refunds and reversals.</param>
public sealed record SecondPoint(long Second, int Taps);

/// <summary>Taps and turnover of one minute.</summary>
/// <param name="Minute">Minutes since 1970.</param>
/// <param name="Taps">Purchases, refunds and reversals.</param>
/// <param name="AmountMinor">The sum of purchases.</param>
public sealed record MinutePoint(long Minute, int Taps, long AmountMinor);

/// <summary>Today's taps and turnover in one consumption category.</summary>
public sealed record CategoryTotal(byte CategoryId, long Taps, long AmountMinor);

/// <summary>Today's taps and turnover at one merchant.</summary>
public sealed record MerchantTotal(int MerchantId, string Name, long Taps, long AmountMinor);

/// <summary>One of the latest taps.</summary>
/// <param name="Position">Its place in the ledger.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Merchant">Name of the merchant.</param>
/// <param name="Outlet">Name of the outlet.</param>
/// <param name="CategoryId">Consumption category.</param>
/// <param name="AmountMinor">Always above zero; the kind says in which direction.</param>
/// <param name="Kind">Purchase, refund or reversal.</param>
/// <param name="PaymentId">Masked to its last four characters; null for a merchant.</param>
public sealed record TapView(
    long Position,
    DateTimeOffset OccurredAt,
    string Merchant,
    string Outlet,
    byte CategoryId,
    long AmountMinor,
    TransactionKind Kind,
    string? PaymentId);

/// <summary>How far a projection is behind the ledger.</summary>
/// <param name="Name">Name of the projection.</param>
/// <param name="Behind">Transactions that it has yet to read.</param>
public sealed record ProjectionLag(string Name, long Behind);
