using Portal.Server.Dashboards.Domain;
using Portal.Server.Ledger.Contracts;

namespace Portal.Server.Dashboards.Following;

/// <summary>
/// Feeds the live boards from the ledger's tail. Nothing is stored: after a restart it reads the operator's day and the
/// last hour again, so that neither totals nor charts begin empty.
/// </summary>
internal sealed partial class LedgerTail(
    LiveBoards boards,
    DashboardCalendar calendar,
    IServiceScopeFactory scopes,
    ProgressSignal signal,
    TimeProvider time,
    ILogger<LedgerTail> logger) : BackgroundService
{
    /// <summary>Transactions read at once: about half a megabyte.</summary>
    private const int BatchSize = 2_000;

    /// <summary>Pause after a failure, so that a database that is away is not hammered.</summary>
    private static readonly TimeSpan _afterFailure = TimeSpan.FromSeconds(1);

    private readonly ShopNames _names = new();
    private long? _position;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(() => FollowAsync(stoppingToken), stoppingToken);

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var next = signal.Next;
                if (!await ReadNextAsync(stoppingToken))
                {
                    await ProgressSignal.WaitAsync(next, time, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Failed(exception);
                await Task.Delay(_afterFailure, time, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ledger = scope.ServiceProvider.GetRequiredService<ILedgerReader>();
        _position ??= await BeginAsync(ledger, cancellationToken);
        var entries = await ledger.ReadAsync(_position.Value, BatchSize, cancellationToken);
        if (entries.Count == 0)
        {
            return false;
        }

        await _names.KnowAsync(entries, scope.ServiceProvider, cancellationToken);
        boards.Add(calendar.Today(), entries.Select(ToTap));
        _position = entries[^1].Position;
        return true;
    }

    private async Task<long> BeginAsync(ILedgerReader ledger, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var begin = await TailStart.FindAsync(ledger, calendar.TailBegin(today), cancellationToken);
        boards.BeginAt(today, begin.CompleteFrom);
        return begin.Position;
    }

    private LiveTap ToTap(LedgerEntry entry) => new(
        entry.Position,
        entry.MerchantId,
        _names.Merchant(entry.MerchantId),
        _names.Outlet(entry.OutletId),
        entry.CategoryId,
        entry.AmountMinor,
        entry.Kind,
        entry.PaymentIdLast4,
        entry.OccurredAt,
        entry.ReceivedAt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The live dashboard could not read the ledger; it tries again")]
    private partial void Failed(Exception exception);
}
