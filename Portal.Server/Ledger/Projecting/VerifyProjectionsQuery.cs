using MediatR;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Ledger.Projecting;

/// <summary>Recomputes every projection that can be, up to its checkpoint, and compares; changes nothing.</summary>
internal sealed record VerifyProjectionsQuery : IQuery<IReadOnlyList<ProjectionVerification>>;

/// <param name="LedgerPosition">How far the projection was, and so how much was compared.</param>
internal sealed record ProjectionVerification(string Name, long LedgerPosition, VerifyOutcome Outcome)
{
    public bool IsEqual => Outcome.Differences.Count == 0;
}

internal sealed class VerifyProjectionsHandler(
    IEnumerable<ProjectionRegistration> registrations, IServiceScopeFactory scopes)
    : IRequestHandler<VerifyProjectionsQuery, Result<IReadOnlyList<ProjectionVerification>>>
{
    public async Task<Result<IReadOnlyList<ProjectionVerification>>> Handle(
        VerifyProjectionsQuery request, CancellationToken cancellationToken)
    {
        var verifications = new List<ProjectionVerification>();
        foreach (var registration in registrations.Where(registration => registration.IsRebuildable))
        {
            await using var scope = scopes.CreateAsyncScope();
            var checkpoint = await scope.ServiceProvider.GetRequiredService<ICheckpoints>()
                .ReadAsync(registration.Name, cancellationToken);
            var projection = (IRebuildableProjection)scope.ServiceProvider.GetRequiredService(registration.Type);
            var outcome = await projection.VerifyAsync(cancellationToken);
            verifications.Add(new ProjectionVerification(registration.Name, checkpoint.LedgerPosition, outcome));
        }

        return verifications;
    }
}
