namespace Portal.Server.Ledger.Appending;

/// <summary>
/// Writes a group of transactions as one database transaction: moves the head row first, gives consecutive positions
/// to what is new, and finds what was there already. All or nothing.
/// </summary>
internal interface ILedgerStore
{
    Task<AppendOutcome[]> AppendAsync(
        IReadOnlyList<NewTransaction> group, DateTimeOffset receivedAt, CancellationToken cancellationToken);
}
