using Portal.Server.Ledger.Contracts;

namespace Portal.Server.CommandLine.Maintain;

/// <summary>Advances every projection until none has work left; beside a running portal both share the work safely.</summary>
internal static class ProjectionsToEnd
{
    public static async Task RunAsync(IServiceProvider services, TextWriter progressTo, CancellationToken cancellationToken)
    {
        var registrations = services.GetServices<ProjectionRegistration>().ToList();
        using var progress = new ProgressLine(progressTo, "entries", services.GetRequiredService<TimeProvider>());
        // One may wait for another: the last round is the one in which nobody found anything.
        var moved = true;
        while (moved)
        {
            moved = false;
            foreach (var registration in registrations)
            {
                while (await AdvanceAsync(services, registration, progress, cancellationToken))
                {
                    moved = true;
                }
            }
        }
    }

    private static async Task<bool> AdvanceAsync(
        IServiceProvider services,
        ProjectionRegistration registration,
        ProgressLine progress,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var scope = services.CreateAsyncScope();
        var projection = (IProjection)scope.ServiceProvider.GetRequiredService(registration.Type);
        var moved = await projection.AdvanceAsync(cancellationToken);
        var at = await scope.ServiceProvider.GetRequiredService<ICheckpoints>()
            .ReadAsync(registration.Name, cancellationToken);
        var head = await scope.ServiceProvider.GetRequiredService<ILedgerReader>().HeadAsync(cancellationToken);
        progress.Report(at.LedgerPosition, head == 0 ? 1 : (double)at.LedgerPosition / head);
        return moved;
    }
}
