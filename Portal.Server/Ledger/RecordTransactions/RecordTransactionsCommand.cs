using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Http;

namespace Portal.Server.Ledger.RecordTransactions;

/// <summary>Records what a terminal posted. Each item stands on its own: one refused item does not touch the others.</summary>
internal sealed record RecordTransactionsCommand(Caller Caller, IReadOnlyList<ReadTransaction> Items)
    : ICommand<IReadOnlyList<ItemOutcome>>;

/// <summary>What became of one item: a position in the ledger, or an error.</summary>
internal readonly record struct ItemOutcome(string? Id, long Position, bool IsDuplicate, Error? Error);
