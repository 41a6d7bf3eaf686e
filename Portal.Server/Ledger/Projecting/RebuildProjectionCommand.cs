using MediatR;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Ledger.Projecting;

/// <summary>Drops what was derived and derives it again from the ledger; answers with the names of what was rebuilt.</summary>
/// <param name="Name">One projection; null for all that can be rebuilt.</param>
/// <param name="Progress">Told the entries done and the entries to do, of one projection after the other.</param>
internal sealed record RebuildProjectionCommand(
    string? Name = null, IProgress<(long Done, long Total)>? Progress = null) : ICommand<IReadOnlyList<string>>;

internal sealed class RebuildProjectionHandler(
    IEnumerable<ProjectionRegistration> registrations, IServiceScopeFactory scopes, ProjectionCatchUp catchUp)
    : IRequestHandler<RebuildProjectionCommand, Result<IReadOnlyList<string>>>
{
    public async Task<Result<IReadOnlyList<string>>> Handle(
        RebuildProjectionCommand request, CancellationToken cancellationToken)
    {
        var rebuildable = registrations.Where(registration => registration.IsRebuildable).ToList();
        var chosen = rebuildable.FindAll(registration => request.Name is null || registration.Name == request.Name);
        if (chosen.Count == 0 && request.Name is not null)
        {
            return LedgerErrors.UnknownProjection([.. rebuildable.Select(registration => registration.Name)]);
        }

        foreach (var registration in chosen)
        {
            await using (var scope = scopes.CreateAsyncScope())
            {
                var projection = (IRebuildableProjection)scope.ServiceProvider.GetRequiredService(registration.Type);
                await projection.ResetAsync(cancellationToken);
            }

            await catchUp.RunAsync(registration, request.Progress, cancellationToken);
        }

        return chosen.ConvertAll(registration => registration.Name);
    }
}
