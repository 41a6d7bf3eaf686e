namespace Portal.Server.Ledger.Appending;

/// <summary>
/// Decides a group of transactions against what the ledger holds: which are new and get the next positions, which were
/// there already, which reuse an id. The same id twice in one group is treated as if the second came later.
/// </summary>
internal sealed class GroupOutcomes
{
    private readonly Dictionary<(int, string), (NewTransaction Transaction, long Position)> _added = [];

    public GroupOutcomes(
        IReadOnlyList<NewTransaction> group,
        IReadOnlyDictionary<(int TerminalId, string TransactionId), StoredTransaction> stored,
        long head)
    {
        Outcomes = new AppendOutcome[group.Count];
        Head = head;
        for (var i = 0; i < group.Count; i++)
        {
            Outcomes[i] = Decide(group[i], stored);
        }
    }

    public AppendOutcome[] Outcomes { get; }

    /// <summary>The ledger's last position once the new ones are written.</summary>
    public long Head { get; private set; }

    public IReadOnlyCollection<(NewTransaction Transaction, long Position)> Added => _added.Values;

    private AppendOutcome Decide(
        NewTransaction transaction, IReadOnlyDictionary<(int, string), StoredTransaction> stored)
    {
        var key = (transaction.Terminal.Id, transaction.Id);
        if (stored.TryGetValue(key, out var existing))
        {
            return Judge(transaction.SaysTheSameAs(existing), existing.Position);
        }

        if (_added.TryGetValue(key, out var earlier))
        {
            return Judge(transaction.SaysTheSameAs(Stored(earlier)), earlier.Position);
        }

        _added[key] = (transaction, ++Head);
        return new AppendOutcome(AppendStatus.Accepted, Head);
    }

    private static AppendOutcome Judge(bool same, long position) =>
        new(same ? AppendStatus.Duplicate : AppendStatus.IdReused, position);

    private static StoredTransaction Stored((NewTransaction Transaction, long Position) added) => new(
        added.Position,
        added.Transaction.Terminal.Id,
        added.Transaction.Id,
        added.Transaction.Kind,
        added.Transaction.OriginalId,
        added.Transaction.Sequence,
        added.Transaction.PaymentIdHash,
        added.Transaction.AmountMinor,
        added.Transaction.OccurredAt,
        added.Transaction.Mcc);
}
