using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Terminals.Contracts;
using Portal.Server.Terminals.Domain;
using Portal.Shared.Terminals;

namespace Portal.Server.Terminals.CreateTerminal;

internal sealed class CreateTerminalHandler(
    PortalDbContext database, IMerchantDirectory merchants, ITerminalDirectory directory)
    : IRequestHandler<CreateTerminalCommand, Result<TerminalView>>
{
    public async Task<Result<TerminalView>> Handle(CreateTerminalCommand request, CancellationToken cancellationToken)
    {
        var outlet = await merchants.FindOutletAsync(request.OutletId, cancellationToken);
        if (outlet is null || !request.Caller.MaySee(outlet.MerchantId))
        {
            return TerminalsErrors.UnknownOutlet(request.OutletId);
        }

        if (await database.Set<Terminal>().AnyAsync(terminal => terminal.Code == request.Id, cancellationToken))
        {
            return TerminalsErrors.CodeTaken(request.Id);
        }

        var terminal = new Terminal
        {
            Code = request.Id,
            MerchantId = outlet.MerchantId,
            OutletId = outlet.Id,
            Kind = request.Kind,
            Mcc = request.Category,
        };
        database.Add(terminal);
        await database.SaveChangesAsync(cancellationToken);
        directory.Refresh();
        return terminal.ToView();
    }
}
