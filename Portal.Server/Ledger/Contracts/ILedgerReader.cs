namespace Portal.Server.Ledger.Contracts;

/// <summary>Reads the ledger through the caller's database context, and so inside the caller's transaction.</summary>
internal interface ILedgerReader
{
    /// <summary>Position of the last committed entry; zero when the ledger is empty.</summary>
    Task<long> HeadAsync(CancellationToken cancellationToken);

    /// <summary>The next entries after a position, in order.</summary>
    Task<IReadOnlyList<LedgerEntry>> ReadAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>What these consecutive entries changed on which purchases; corrections without original change none.</summary>
    Task<IReadOnlyList<NetChange>> NetChangesAsync(
        IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken);

    /// <summary>The net of every purchase with one of these PaymentIds, as the ledger stood at a position.</summary>
    Task<IReadOnlyList<NetChange>> NetPurchasesAsync(
        IReadOnlyCollection<byte[]> paymentIdHashes, long upTo, CancellationToken cancellationToken);

    /// <summary>The newest entries of a subscriber's PaymentIds, newest first.</summary>
    Task<IReadOnlyList<LedgerEntry>> LatestOfAsync(
        IReadOnlyCollection<byte[]> paymentIdHashes, int limit, CancellationToken cancellationToken);

    /// <summary>The purchase that each entry is or corrects, by the entry's position; none where it is not known yet.</summary>
    Task<IReadOnlyDictionary<long, LedgerEntry>> PurchasesOfAsync(
        IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken);
}
