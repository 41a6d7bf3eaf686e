using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Ledger.Domain;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.ExportTransactions;

/// <summary>The next rows of the ledger after a position, with everything that is kept of them.</summary>
internal sealed record LedgerRowsQuery(long After, int Limit) : IQuery<IReadOnlyList<LedgerRow>>;

/// <summary>A transaction as it is kept: of the PaymentId there are its keyed hash and its last characters.</summary>
internal sealed record LedgerRow(
    long Position,
    int TerminalId,
    string TransactionId,
    TransactionKind Kind,
    string? OriginalId,
    long? Sequence,
    byte[] PaymentIdHash,
    string PaymentIdLast4,
    long AmountMinor,
    DateTimeOffset OccurredAt,
    string Mcc);

internal sealed class LedgerRowsHandler(PortalDbContext database)
    : IRequestHandler<LedgerRowsQuery, Result<IReadOnlyList<LedgerRow>>>
{
    public async Task<Result<IReadOnlyList<LedgerRow>>> Handle(
        LedgerRowsQuery request, CancellationToken cancellationToken) =>
        await database.Set<LedgerTransaction>()
            .Where(row => row.Position > request.After)
            .OrderBy(row => row.Position)
            .Take(request.Limit)
            .Select(row => new LedgerRow(
                row.Position,
                row.TerminalId,
                row.TransactionId,
                row.Kind,
                row.OriginalId,
                row.Sequence,
                row.PaymentIdHash,
                row.PaymentIdLast4,
                row.AmountMinor,
                row.OccurredAt,
                row.Mcc))
            .ToListAsync(cancellationToken);
}
