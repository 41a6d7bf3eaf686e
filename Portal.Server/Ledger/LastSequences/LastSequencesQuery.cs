using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Ledger.Domain;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;

namespace Portal.Server.Ledger.LastSequences;

/// <summary>Where the counter of each terminal stands, by the terminal's number. Reads the whole ledger.</summary>
internal sealed record LastSequencesQuery : IQuery<IReadOnlyDictionary<int, long>>;

internal sealed class LastSequencesHandler(PortalDbContext database)
    : IRequestHandler<LastSequencesQuery, Result<IReadOnlyDictionary<int, long>>>
{
    public async Task<Result<IReadOnlyDictionary<int, long>>> Handle(
        LastSequencesQuery request, CancellationToken cancellationToken) =>
        await database.Set<LedgerTransaction>()
            .GroupBy(row => row.TerminalId)
            .Select(rows => new { TerminalId = rows.Key, Last = rows.Max(row => row.Sequence) })
            .Where(row => row.Last != null)
            .ToDictionaryAsync(row => row.TerminalId, row => row.Last!.Value, cancellationToken);
}
