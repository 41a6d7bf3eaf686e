using Portal.Tools.Taps;

namespace Portal.Tools.Statistics;

/// <summary>
/// What refunds and reversals leave of a purchase. Nothing here looks at the order of rows: a correction may
/// stand before what it corrects.
/// </summary>
internal sealed class Corrections
{
    private readonly HashSet<(string, string)> _reversed = [];
    private readonly Dictionary<(string, string), List<Tap>> _refunds = [];

    public long Refunds { get; private set; }

    public long Reversals { get; private set; }

    public void Add(Tap tap)
    {
        if (tap.Kind == TapKind.Reversal)
        {
            Reversals++;
            // A set, so that a second reversal of the same tap changes nothing. A reversal of a reversal lands
            // here as well, and does nothing because nobody asks whether a reversal was reversed.
            _reversed.Add(tap.OriginalKey);
        }
        else if (tap.Kind == TapKind.Refund)
        {
            Refunds++;
            if (!_refunds.TryGetValue(tap.OriginalKey, out var refunds))
            {
                _refunds.Add(tap.OriginalKey, refunds = []);
            }

            refunds.Add(tap);
        }
    }

    /// <summary>The amount that remains; 0 for a purchase that was reversed or refunded in full.</summary>
    public long Remaining(Tap purchase)
    {
        if (_reversed.Contains(purchase.Key))
        {
            return 0;
        }

        var refunded = _refunds.TryGetValue(purchase.Key, out var refunds)
            ? refunds.Where(refund => !_reversed.Contains(refund.Key)).Sum(refund => refund.AmountMinor)
            : 0;
        return Math.Max(0, purchase.AmountMinor - refunded);
    }
}
