using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Server.Terminals.Domain;
using Portal.Shared.Http;
using Portal.Shared.Terminals;

namespace Portal.Server.Terminals.Browse;

internal sealed record BrowseTerminalsQuery(Caller Caller, int? OutletId, Paging Paging) : IQuery<Page<TerminalView>>;

internal sealed class BrowseTerminalsHandler(PortalDbContext database)
    : IRequestHandler<BrowseTerminalsQuery, Result<Page<TerminalView>>>
{
    public async Task<Result<Page<TerminalView>>> Handle(
        BrowseTerminalsQuery request, CancellationToken cancellationToken)
    {
        var after = request.Paging.After ?? "";
        var rows = await database.Set<Terminal>()
            .Where(terminal => terminal.Code.CompareTo(after) > 0)
            .Where(terminal => request.OutletId == null || terminal.OutletId == request.OutletId)
            .Where(terminal => request.Caller.MerchantId == null || terminal.MerchantId == request.Caller.MerchantId)
            .OrderBy(terminal => terminal.Code)
            .Take(request.Paging.Limit + 1)
            .Select(terminal => new TerminalView(
                terminal.Code,
                terminal.OutletId,
                terminal.MerchantId,
                terminal.Kind,
                terminal.Mcc,
                terminal.Status))
            .ToListAsync(cancellationToken);
        return request.Paging.Cut(rows, terminal => terminal.Id);
    }
}
