using Portal.Server.Ledger.Contracts;

namespace Portal.Server.Dashboards.Following;

/// <summary>Where the ledger's tail begins.</summary>
/// <param name="Position">The last position before it.</param>
/// <param name="CompleteFrom">Everything received from then on is in it.</param>
internal readonly record struct TailStart(long Position, DateTimeOffset CompleteFrom)
{
    /// <summary>Transactions read again after a restart: a few seconds' work.</summary>
    public const long Limit = 500_000;

    /// <summary>
    /// Finds the first transaction received at or after an instant, but not further back than <see cref="Limit"/>.
    /// Positions are gapless and in the order of receipt, so halving finds it in some twenty look-ups.
    /// </summary>
    public static async Task<TailStart> FindAsync(
        ILedgerReader ledger, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var head = await ledger.HeadAsync(cancellationToken);
        var earliest = Math.Max(0, head - Limit);
        var (before, inside) = (earliest, head + 1);
        while (inside - before > 1)
        {
            var middle = before + ((inside - before) / 2);
            var entry = (await ledger.ReadAsync(middle - 1, 1, cancellationToken))[0];
            if (entry.ReceivedAt < from)
            {
                before = middle;
            }
            else
            {
                inside = middle;
            }
        }

        if (before > earliest || earliest == 0)
        {
            return new TailStart(before, from);
        }

        var first = await ledger.ReadAsync(before, 1, cancellationToken);
        return new TailStart(before, first[0].ReceivedAt);
    }
}
