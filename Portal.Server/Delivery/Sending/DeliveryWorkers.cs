using Microsoft.Extensions.Options;
using Portal.Server.Delivery.Domain;
using Portal.Server.Ledger.Contracts;

namespace Portal.Server.Delivery.Sending;

/// <summary>
/// Competing consumers of the outbox: woken as soon as matching has committed, else they look by themselves. Nothing is
/// kept in memory but what is being handed over right now.
/// </summary>
internal sealed partial class DeliveryWorkers(
    IServiceScopeFactory scopes,
    ProgressSignal signal,
    TimeProvider time,
    IOptions<DeliveryOptions> options,
    ILogger<DeliveryWorkers> logger) : BackgroundService
{
    /// <summary>Messages that one worker hands over side by side.</summary>
    private const int Parallel = 8;

    /// <summary>Pause after a failure, so that a database that is away is not hammered.</summary>
    private static readonly TimeSpan _afterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Takes and hands over one batch; false when nothing was due.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken stopping)
    {
        DeliveryClaims.Claim claim;
        await using (var scope = scopes.CreateAsyncScope())
        {
            claim = await scope.ServiceProvider.GetRequiredService<DeliveryClaims>().TakeDueAsync(stopping);
        }

        if (claim.ToHandOver.Count == 0)
        {
            return claim.Taken > 0;
        }

        var outcomes = await HandOverAsync(claim.ToHandOver, stopping);
        await using var recording = scopes.CreateAsyncScope();
        await recording.ServiceProvider.GetRequiredService<OutcomeBook>().RecordAsync(outcomes, CancellationToken.None);
        signal.Notify();
        return true;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Enumerable.Range(0, options.Value.Workers).Select(_ => Task.Run(() => RunAsync(stoppingToken), stoppingToken)));

    private async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var next = signal.Next;
                if (!await RunOnceAsync(stopping))
                {
                    await ProgressSignal.WaitAsync(next, time, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Failed(exception);
                await Task.Delay(_afterFailure, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<HandedOver[]> HandOverAsync(
        IReadOnlyList<OutboundDelivery> deliveries, CancellationToken stopping)
    {
        var outcomes = new HandedOver[deliveries.Count];
        var degree = new ParallelOptions { MaxDegreeOfParallelism = Parallel };
        await System.Threading.Tasks.Parallel.ForAsync(0, deliveries.Count, degree, async (i, _) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            outcomes[i] = await scope.ServiceProvider.GetRequiredService<HandOver>().HandAsync(deliveries[i], stopping);
        });
        return outcomes;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A delivery worker failed; what it had is settled by its lease")]
    private partial void Failed(Exception exception);
}
