using Portal.Server.Ledger.Contracts;

namespace Portal.Server.Ledger.Projecting;

/// <summary>Keeps every projection going: as long as there is work it goes on, else it waits to be called.</summary>
internal sealed partial class ProjectionRunner(
    IEnumerable<ProjectionRegistration> registrations,
    IServiceScopeFactory scopes,
    ProgressSignal signal,
    TimeProvider time,
    ILogger<ProjectionRunner> logger) : BackgroundService
{
    /// <summary>Pause after a failure, so that a database that is away is not hammered.</summary>
    private static readonly TimeSpan _afterFailure = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(registrations.Select(registration => Task.Run(() => RunAsync(registration, stoppingToken))));

    private async Task RunAsync(ProjectionRegistration registration, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var next = signal.Next;
                if (await AdvanceAsync(registration, stoppingToken))
                {
                    signal.Notify();
                }
                else
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
                Failed(exception, registration.Name);
                await Task.Delay(_afterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> AdvanceAsync(ProjectionRegistration registration, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var projection = (IProjection)scope.ServiceProvider.GetRequiredService(registration.Type);
        return await projection.AdvanceAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Projection {Name} failed; it goes on from its checkpoint")]
    private partial void Failed(Exception exception, string name);
}
