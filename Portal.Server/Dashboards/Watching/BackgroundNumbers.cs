using Portal.Server.Ledger.Contracts;
using Portal.Shared.Dashboards;

namespace Portal.Server.Dashboards.Watching;

/// <summary>
/// Numbers that are not in the ledger's tail and have to be asked for: how far projections are behind. Asked once a
/// second while anybody watches.
/// </summary>
internal sealed partial class BackgroundNumbers(
    DashboardAudience audience,
    IEnumerable<ProjectionRegistration> registrations,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<BackgroundNumbers> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public static OfferTotals NoOffers { get; } = new(0, 0, 0);

    private volatile IReadOnlyList<ProjectionLag> _projections = [];

    public IReadOnlyList<ProjectionLag> Projections => _projections;

    public OfferTotals OffersOf(int? merchantId) => NoOffers;

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
        var checkpoints = scope.ServiceProvider.GetRequiredService<ICheckpoints>();
        var lags = new List<ProjectionLag>();
        foreach (var registration in registrations)
        {
            var checkpoint = await checkpoints.ReadAsync(registration.Name, cancellationToken);
            // The head is read after the checkpoint, so that nobody is ahead of it.
            var head = await scope.ServiceProvider.GetRequiredService<ILedgerReader>().HeadAsync(cancellationToken);
            lags.Add(new ProjectionLag(registration.Name, head - checkpoint.LedgerPosition));
        }

        _projections = lags;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The progress of the projections could not be read")]
    private partial void Failed(Exception exception);
}
