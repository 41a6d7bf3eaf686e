using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Delivery.Receipts;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform.Database;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Simulator;

/// <summary>
/// Reports on the simulated phones' messages as a network does: later, first that it has them, then how they ended.
/// After a crash it may report again what it had reported.
/// </summary>
internal sealed partial class HandsetNetwork(
    IServiceScopeFactory scopes,
    ProgressSignal signal,
    TimeProvider time,
    IOptions<DeliveryOptions> options,
    ILogger<HandsetNetwork> logger) : BackgroundService
{
    private const int BatchSize = 50;

    private static readonly TimeSpan _afterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var next = signal.Next;
                if (!await ReportDueAsync(stoppingToken))
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

    private async Task<bool> ReportDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = time.GetUtcNow();
        var due = await database.Set<HandsetRow>().AsNoTracking()
            .Where(row => row.ReportAt <= now)
            .OrderBy(row => row.ReportAt)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        var receipts = scope.ServiceProvider.GetRequiredService<ReceiptBook>();
        foreach (var row in due)
        {
            await ReportAsync(database, receipts, row, cancellationToken);
        }

        return due.Count > 0;
    }

    private async Task ReportAsync(
        PortalDbContext database, ReceiptBook receipts, HandsetRow row, CancellationToken cancellationToken)
    {
        var state = row.AcceptedReported ? row.Ending!.Value : DeliveryState.Accepted;
        await receipts.TakeAsync(
            new Receipt(row.DeliveryId!.Value, row.Attempt!.Value, $"{row.Id}-{state}", state), cancellationToken);
        await using var transaction = await database.BeginWriteAsync(WritePriority.Derived, cancellationToken);
        DateTimeOffset? reportNext = row.AcceptedReported ? null : row.At + options.Value.Simulator.DeliveredAfter;
        await database.Set<HandsetRow>().Where(message => message.Id == row.Id)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(message => message.AcceptedReported, true)
                    .SetProperty(message => message.ReportAt, reportNext),
                cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The simulated network failed; it reports the rest again")]
    private partial void Failed(Exception exception);
}
