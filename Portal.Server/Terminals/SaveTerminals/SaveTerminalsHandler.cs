using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Terminals.Contracts;
using Portal.Server.Terminals.Domain;

namespace Portal.Server.Terminals.SaveTerminals;

internal sealed class SaveTerminalsHandler(
    PortalDbContext database,
    IMerchantDirectory merchants,
    ITerminalDirectory directory,
    IValidator<TerminalRow> validator)
    : IRequestHandler<SaveTerminalsCommand, Result<IReadOnlyList<Result<bool>>>>
{
    public async Task<Result<IReadOnlyList<Result<bool>>>> Handle(
        SaveTerminalsCommand request, CancellationToken cancellationToken)
    {
        var codes = request.Rows.Select(row => row.TerminalId).Distinct().ToList();
        var outlets = await merchants.OutletsAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
        var terminals = await database.Set<Terminal>().Where(terminal => codes.Contains(terminal.Code))
            .ToDictionaryAsync(terminal => terminal.Code, StringComparer.Ordinal, cancellationToken);
        var outcomes = request.Rows.Select(row => Save(row, outlets, terminals)).ToList();
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        directory.Refresh();
        return outcomes;
    }

    private Result<bool> Save(
        TerminalRow row, IReadOnlyDictionary<int, OutletRecord> outlets, Dictionary<string, Terminal> terminals)
    {
        var outcome = validator.Validate(row);
        if (!outcome.IsValid)
        {
            return outcome.ToError();
        }

        if (!outlets.TryGetValue(row.OutletId, out var outlet))
        {
            return TerminalsErrors.UnknownOutlet(row.OutletId);
        }

        if (terminals.TryGetValue(row.TerminalId, out var terminal))
        {
            if (terminal.OutletId != outlet.Id)
            {
                return TerminalsErrors.AtAnotherOutlet(row.TerminalId);
            }

            (terminal.Kind, terminal.Mcc) = (row.TerminalKind, row.Category);
            return false;
        }

        terminal = new Terminal
        {
            Code = row.TerminalId,
            MerchantId = outlet.MerchantId,
            OutletId = outlet.Id,
            Kind = row.TerminalKind,
            Mcc = row.Category,
        };
        terminals.Add(terminal.Code, terminal);
        database.Add(terminal);
        return true;
    }
}
