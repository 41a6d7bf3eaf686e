using Microsoft.Extensions.Options;
using Portal.Server.CommandLine.Csv;
using Portal.Server.Ledger;
using Portal.Server.Ledger.RecordTransactions;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Http;
using Portal.Shared.Ledger;

namespace Portal.Server.CommandLine.Import;

/// <summary>
/// Transactions go the way of the terminals' posts, by the same command and the same rules. Several batches are under way
/// so that one wait for the disk serves them together; rows older than <c>Portal:LateAfter</c> never cause an offer.
/// </summary>
internal sealed class TransactionImport(VerbHost host) : IRowImport<ReadTransaction>
{
    private readonly int _queueLimit = host.Services.GetRequiredService<IOptions<LedgerOptions>>().Value.QueueLimit;

    public IReadOnlyList<string> Columns { get; } =
    [
        "id", "terminalId", "sequence", "kind", "originalId", "paymentId", "amountMinor", "currency", "occurredAt", "category",
    ];

    public (string New, string Repeated) Words => ("accepted", "duplicates");

    /// <summary>As many as a batch over HTTP has, and never so many that the writer's queue is full.</summary>
    public int BatchSize => Math.Clamp(_queueLimit / InFlight, 1, RecordTransactionsEndpoint.MaxBatch);

    public int InFlight => 8;

    public Result<ReadTransaction> Read(CsvRow row)
    {
        var fields = new RowReader(row);
        var post = new TransactionPost
        {
            PaymentId = fields.Text("paymentId"),
            Id = fields.Text("id"),
            TerminalId = fields.Text("terminalId"),
            Sequence = fields.OptionalWholeNumber("sequence"),
            Kind = fields.Word<TransactionKind>("kind"),
            OriginalId = fields.OptionalText("originalId"),
            AmountMinor = fields.WholeNumber("amountMinor"),
            Currency = fields.Text("currency"),
            OccurredAt = fields.Instant("occurredAt"),
            Category = fields.OptionalText("category"),
        };
        return fields.Error is { } error ? error : new ReadTransaction(post, post.Id, null);
    }

    public async Task<IReadOnlyList<RowOutcome>> SendAsync(
        IReadOnlyList<ReadTransaction> items, CancellationToken cancellationToken)
    {
        var recorded = await host.SendAsync(new RecordTransactionsCommand(Caller.Operator, items), cancellationToken);
        return recorded.IsSuccess
            ? [.. recorded.Value.Select(outcome => new RowOutcome(outcome.IsDuplicate, outcome.Error))]
            : throw new VerbException(recorded.Error.Message);
    }
}
