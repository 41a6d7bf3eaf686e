using MediatR;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Ledger.Projecting;

/// <summary>Brings what can be rebuilt to where the ledger stands: on a stopped portal, before an export or a check.</summary>
internal sealed record CatchUpProjectionsCommand(IProgress<(long Done, long Total)>? Progress = null) : ICommand<Done>;

internal sealed class CatchUpProjectionsHandler(
    IEnumerable<ProjectionRegistration> registrations, ProjectionCatchUp catchUp)
    : IRequestHandler<CatchUpProjectionsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CatchUpProjectionsCommand request, CancellationToken cancellationToken)
    {
        foreach (var registration in registrations.Where(registration => registration.IsRebuildable))
        {
            await catchUp.RunAsync(registration, request.Progress, cancellationToken);
        }

        return new Done();
    }
}
