using Portal.Shared.Terminals;

namespace Portal.Server.Terminals.Contracts;

/// <summary>A terminal, as other modules see it.</summary>
internal sealed record TerminalRecord(
    int Id, string Code, int MerchantId, int OutletId, TerminalKind Kind, string Mcc, bool IsActive);

/// <summary>
/// Finds terminals by their code, from memory. What another node or process changed is seen within
/// <see cref="Freshness"/>; what this node changed, at once.
/// </summary>
internal interface ITerminalDirectory
{
    static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    ValueTask<TerminalRecord?> FindAsync(string code, CancellationToken cancellationToken);

    ValueTask<TerminalRecord?> FindAsync(int id, CancellationToken cancellationToken);

    /// <summary>Forgets what is remembered; the next look-up reads the database.</summary>
    void Refresh();
}
