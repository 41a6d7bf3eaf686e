using Portal.Server.Ledger.Contracts;

namespace Portal.Server.Ledger.Projecting;

/// <summary>Advances one projection to where the ledger stood when asked, beside whoever else advances it.</summary>
internal sealed class ProjectionCatchUp(IServiceScopeFactory scopes, ProgressSignal signal)
{
    /// <summary>
    /// Returns when the projection has nothing more to do, or when it read the ledger up to that head: it reads on only
    /// after it has taken in every binding change.
    /// </summary>
    public async Task RunAsync(
        ProjectionRegistration registration,
        IProgress<(long Done, long Total)>? progress,
        CancellationToken cancellationToken)
    {
        var (done, total) = await WhereAsync(registration.Name, cancellationToken);
        bool worked, movedOn;
        do
        {
            progress?.Report((Math.Min(done, total), total));
            worked = await AdvanceAsync(registration, cancellationToken);
            var before = done;
            (done, _) = await WhereAsync(registration.Name, cancellationToken);
            movedOn = done > before;
        }
        while (worked && !(done >= total && movedOn));
        progress?.Report((Math.Min(done, total), total));
    }

    /// <summary>In a scope of its own, as in serving: what a context remembers must not grow with the ledger.</summary>
    private async Task<bool> AdvanceAsync(ProjectionRegistration registration, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var projection = (IProjection)scope.ServiceProvider.GetRequiredService(registration.Type);
        var worked = await projection.AdvanceAsync(cancellationToken);
        if (worked)
        {
            signal.Notify();
        }

        return worked;
    }

    private async Task<(long Done, long Head)> WhereAsync(string name, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var checkpoint = await scope.ServiceProvider.GetRequiredService<ICheckpoints>()
            .ReadAsync(name, cancellationToken);
        var head = await scope.ServiceProvider.GetRequiredService<ILedgerReader>().HeadAsync(cancellationToken);
        return (checkpoint.LedgerPosition, head);
    }
}
