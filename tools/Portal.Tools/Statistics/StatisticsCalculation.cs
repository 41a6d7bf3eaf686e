using System.Globalization;
using Portal.Tools.Cli;
using Portal.Tools.Taps;

namespace Portal.Tools.Statistics;

/// <summary>
/// Counts and amounts per subscriber, month and consumption category [0041], worked out from the rows alone and
/// with no line of the server's, so that it can show the server to be wrong.
/// </summary>
internal sealed class StatisticsCalculation(StatisticsInput input)
{
    private readonly Dictionary<(string, string), (Tap Tap, long Line)> _taps = [];
    private readonly Corrections _corrections = new();
    private readonly Dictionary<StatisticsKey, StatisticsCell> _cells = [];

    public long Rows { get; private set; }

    public long Duplicates { get; private set; }

    public long Unbound { get; private set; }

    public Corrections Corrections => _corrections;

    public IEnumerable<KeyValuePair<StatisticsKey, StatisticsCell>> Run(CancellationToken stop)
    {
        Read(stop);
        foreach (var (tap, line) in _taps.Values)
        {
            if (tap.Kind == TapKind.Purchase)
            {
                Count(tap, line);
            }
        }

        return _cells
            .OrderBy(cell => cell.Key.Msisdn, StringComparer.Ordinal)
            .ThenBy(cell => cell.Key.Month, StringComparer.Ordinal)
            .ThenBy(cell => cell.Key.Category, StringComparer.Ordinal);
    }

    private void Read(CancellationToken stop)
    {
        string? currency = null;
        foreach (var (tap, line) in TapFile.Read(input.Transactions, input.Time))
        {
            stop.ThrowIfCancellationRequested();
            Rows++;
            currency ??= tap.Currency;
            if (tap.Currency != currency)
            {
                throw Wrong(line, "currency", tap.Currency, $"differs from {currency}; a portal has one currency");
            }

            if (_taps.TryAdd(tap.Key, (tap, line)))
            {
                _corrections.Add(tap);
            }
            else if (_taps[tap.Key].Tap == tap)
            {
                Duplicates++;
            }
            else
            {
                // Which of the two the portal kept depends on their order, so no answer is better than a guess.
                throw Wrong(line, "id", tap.Id, $"stands with other content in line {_taps[tap.Key].Line}");
            }
        }
    }

    private void Count(Tap purchase, long line)
    {
        // The category is looked up even when nothing remains: a table that lacks a code should be noticed.
        var category = Category(purchase, line);
        var remaining = _corrections.Remaining(purchase);
        if (!input.Holders.TryGetValue(purchase.PaymentId, out var msisdn))
        {
            Unbound++;
        }
        else if (remaining > 0)
        {
            var month = TimeZoneInfo.ConvertTime(purchase.OccurredAt, input.Zone)
                .ToString("yyyy-MM", CultureInfo.InvariantCulture);
            var key = new StatisticsKey(msisdn, month, category);
            var cell = _cells.GetValueOrDefault(key);
            _cells[key] = new StatisticsCell(cell.Count + 1, cell.AmountMinor + remaining);
        }
    }

    private string Category(Tap purchase, long line)
    {
        var mcc = purchase.Category ?? input.Terminals?.GetValueOrDefault(purchase.TerminalId)
            ?? throw Wrong(
                line, "category", "",
                $"is left out, and no --merchants file tells the category of terminal {purchase.TerminalId}");
        return input.Categories.CategoryOf(mcc) ?? input.OtherCategory
            ?? throw Wrong(line, "category", mcc, $"is in no category of {input.Categories.Source} (see --other)");
    }

    private ToolException Wrong(long line, string column, string value, string rule) =>
        ToolException.At(input.Transactions, line, column, value, rule);
}
