namespace Portal.Server.Ledger.Contracts;

/// <summary>How far a projection has come in the ledger and in the binding changes.</summary>
internal readonly record struct Checkpoint(long LedgerPosition, long BindingPosition);

/// <summary>Reads and moves checkpoints through the caller's database context.</summary>
internal interface ICheckpoints
{
    Task<Checkpoint> ReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>Moves it only if it still is where the caller read it; false when another node was faster.</summary>
    Task<bool> MoveAsync(string name, Checkpoint from, Checkpoint to, CancellationToken cancellationToken);
}
