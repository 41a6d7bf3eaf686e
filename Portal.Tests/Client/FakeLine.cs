using Portal.Client.Live;
using Portal.Shared.Dashboards;
using Portal.Shared.Ledger;

namespace Portal.Tests.Client;

/// <summary>A line to the hub that the test speaks into.</summary>
internal sealed class FakeLine : IDashboardConnection
{
    public event Action<DashboardTick>? Ticked;

    public event Action<ConnectionPhase>? PhaseChanged;

    public DashboardSnapshot Next { get; set; } = Empty(0);

    public int Asked { get; private set; }

    public static DateTimeOffset At => Fixtures.PortalUnderTest.Start;

    public static DashboardSnapshot Empty(long sequence) =>
        new("node-1", sequence, At, Totals(0), [], [], [], [], [], []);

    public static TodayTotals Totals(long taps) =>
        new(At.AddHours(-12), taps, taps * 1000, 0, 0, new OfferTotals(taps / 2, taps / 4, taps / 10));

    public static DashboardTick TickOf(long sequence, long taps) => new(
        "node-1",
        sequence,
        At,
        Totals(taps),
        [new SecondPoint(At.ToUnixTimeSeconds() - 2, 30)],
        [],
        [new CategoryTotal(4, taps, taps * 1000)],
        [new MerchantTotal(7, "湖畔咖啡", taps, taps * 1000)],
        [new TapView(sequence, At, "湖畔咖啡", "西湖店", 4, 4599, TransactionKind.Purchase, "•••0001")],
        null);

    public Task StartAsync()
    {
        PhaseChanged?.Invoke(ConnectionPhase.Connected);
        return Task.CompletedTask;
    }

    public Task<DashboardSnapshot> SnapshotAsync()
    {
        Asked++;
        return Task.FromResult(Next);
    }

    public void Tick(long sequence, long taps) => Ticked?.Invoke(TickOf(sequence, taps));

    public void Become(ConnectionPhase phase) => PhaseChanged?.Invoke(phase);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
