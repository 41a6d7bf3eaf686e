using MediatR;
using Microsoft.Extensions.Options;
using Portal.Server.CommandLine.Csv;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Ledger.ExportTransactions;
using Portal.Server.Platform;
using Portal.Server.Platform.Time;
using Portal.Server.Terminals.Contracts;

namespace Portal.Server.CommandLine.Export;

/// <summary>
/// The ledger as it is kept. PaymentIds are not kept, only their keyed hashes and last four characters: the export writes
/// both as one pseudonym, the same for each transaction of a PaymentId and of no use outside this portal.
/// </summary>
internal sealed class TransactionExport : IExport
{
    private const int PageSize = 5_000;

    public IReadOnlyList<string> Columns { get; } =
    [
        "id", "terminalId", "sequence", "kind", "originalId", "paymentId", "amountMinor", "currency", "occurredAt", "category",
    ];

    public bool IsDerived => false;

    public async Task WriteAsync(
        IServiceProvider services, CsvOutput output, ProgressLine progress, CancellationToken cancellationToken)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var terminals = services.GetRequiredService<ITerminalDirectory>();
        var clock = services.GetRequiredService<OperatorClock>();
        var currency = services.GetRequiredService<IOptions<PortalOptions>>().Value.Currency;
        var head = await services.GetRequiredService<ILedgerReader>().HeadAsync(cancellationToken);
        var after = 0L;
        while (after < head)
        {
            var page = (await mediator.Send(new LedgerRowsQuery(after, PageSize), cancellationToken)).Value;
            foreach (var row in page)
            {
                var terminal = await terminals.FindAsync(row.TerminalId, cancellationToken);
                output.Write(
                    row.TransactionId,
                    terminal?.Code,
                    Fields.Of(row.Sequence),
                    Fields.Word(row.Kind),
                    row.OriginalId,
                    Pseudonym(row),
                    Fields.Of(row.AmountMinor),
                    currency,
                    Fields.Of(clock.Local(row.OccurredAt)),
                    row.Mcc);
            }

            after = page.Count > 0 ? page[^1].Position : head;
            progress.Report(output.Rows, (double)after / head);
        }
    }

    /// <summary>Has the form of a PaymentId, and cannot pass as a card number.</summary>
    private static string Pseudonym(LedgerRow row) =>
        $"h:{Convert.ToHexStringLower(row.PaymentIdHash)}:{row.PaymentIdLast4}";
}
