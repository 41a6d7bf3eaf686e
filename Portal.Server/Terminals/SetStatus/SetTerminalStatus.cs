using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Server.Terminals.Contracts;
using Portal.Server.Terminals.Domain;
using Portal.Shared.Terminals;

namespace Portal.Server.Terminals.SetStatus;

internal sealed record SetTerminalStatusCommand(Caller Caller, string Id, TerminalStatus Status)
    : ICommand<TerminalView>;

internal sealed class SetTerminalStatusHandler(PortalDbContext database, ITerminalDirectory directory)
    : IRequestHandler<SetTerminalStatusCommand, Result<TerminalView>>
{
    public async Task<Result<TerminalView>> Handle(
        SetTerminalStatusCommand request, CancellationToken cancellationToken)
    {
        var terminal = await database.Set<Terminal>()
            .SingleOrDefaultAsync(candidate => candidate.Code == request.Id, cancellationToken);
        if (terminal is null || !request.Caller.MaySee(terminal.MerchantId))
        {
            return TerminalsErrors.Unknown(request.Id);
        }

        terminal.Status = request.Status;
        await database.SaveChangesAsync(cancellationToken);
        directory.Refresh();
        return terminal.ToView();
    }
}
