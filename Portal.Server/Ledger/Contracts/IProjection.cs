namespace Portal.Server.Ledger.Contracts;

/// <summary>
/// Something derived from the ledger. It reads from its checkpoint in order and writes its rows and its new checkpoint in
/// one database transaction; the checkpoint moves by compare-and-swap, so that two nodes cannot both apply a batch.
/// </summary>
internal interface IProjection
{
    /// <summary>Handles the next batch; false when there was nothing to do.</summary>
    Task<bool> AdvanceAsync(CancellationToken cancellationToken);
}

/// <summary>A projection that can be dropped and built again from the ledger to the same result.</summary>
internal interface IRebuildableProjection : IProjection
{
    /// <summary>Deletes its rows and sets its checkpoint to the beginning, in one transaction.</summary>
    Task ResetAsync(CancellationToken cancellationToken);

    /// <summary>Recomputes everything up to its checkpoint by another way than advancing, and compares.</summary>
    Task<VerifyOutcome> VerifyAsync(CancellationToken cancellationToken);
}

/// <summary>What a verification found.</summary>
/// <param name="Rows">Rows compared.</param>
/// <param name="Differences">One sentence for each difference, the first hundred.</param>
internal sealed record VerifyOutcome(long Rows, IReadOnlyList<string> Differences);

/// <summary>Tells the runner and the verbs which projections there are.</summary>
internal sealed record ProjectionRegistration(string Name, Type Type)
{
    public bool IsRebuildable => Type.IsAssignableTo(typeof(IRebuildableProjection));
}

internal static class ProjectionRegistrations
{
    public static void AddProjection<TProjection>(this IServiceCollection services, string name)
        where TProjection : class, IProjection
    {
        services.AddScoped<TProjection>();
        services.AddSingleton(new ProjectionRegistration(name, typeof(TProjection)));
    }
}
