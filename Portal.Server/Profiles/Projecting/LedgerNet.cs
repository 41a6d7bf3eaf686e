using Portal.Server.Ledger.Contracts;
using Portal.Shared.Ledger;

namespace Portal.Server.Profiles.Projecting;

/// <summary>
/// What remains of purchases when the whole ledger is known: the verification's own reckoning. It shares nothing with
/// the way in which the projection follows the ledger, so that one's mistake is not the other's.
/// </summary>
internal sealed class LedgerNet
{
    private readonly HashSet<(int, string)> _reversed = [];
    private readonly Dictionary<(int, string), List<(string Id, long AmountMinor)>> _refunds = [];

    /// <summary>Takes note of a correction; purchases are left for <see cref="Of"/>.</summary>
    public void Note(LedgerEntry entry)
    {
        if (entry.OriginalId is not { } original)
        {
            return;
        }

        switch (entry.Kind)
        {
            case TransactionKind.Reversal:
                _reversed.Add((entry.TerminalId, original));
                break;
            case TransactionKind.Refund:
                if (!_refunds.TryGetValue((entry.TerminalId, original), out var refunds))
                {
                    _refunds[(entry.TerminalId, original)] = refunds = [];
                }

                refunds.Add((entry.TransactionId, entry.AmountMinor));
                break;
            case TransactionKind.Purchase:
                break;
        }
    }

    public (int Count, long AmountMinor) Of(LedgerEntry purchase)
    {
        if (_reversed.Contains(purchase.Key))
        {
            return default;
        }

        var remains = purchase.AmountMinor;
        foreach (var refund in _refunds.GetValueOrDefault(purchase.Key) ?? [])
        {
            remains -= _reversed.Contains((purchase.TerminalId, refund.Id)) ? 0 : refund.AmountMinor;
        }

        return remains > 0 ? (1, remains) : default;
    }
}
