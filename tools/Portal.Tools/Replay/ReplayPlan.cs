using Portal.Tools.Cli;
using Portal.Tools.Taps;

namespace Portal.Tools.Replay;

/// <summary>A tap that is to be posted: from when on, and with which time on it.</summary>
internal sealed record PlannedTap(TapPost Post, DateTimeOffset Due, DateTimeOffset Shifted);

/// <summary>The taps of the window in the order of posting; follows from the file and the run file alone.</summary>
internal sealed class ReplayPlan
{
    // What the portal accepts as an id (DESIGN section 6).
    private const int LongestId = 64;

    private readonly ReplayOptions _options;
    private readonly RunFile _run;
    private readonly string _suffix;
    private readonly TimeProvider _time;

    public ReplayPlan(ReplayOptions options, string name, RunFile run, TimeProvider time)
    {
        _options = options;
        _run = run;
        _suffix = "." + name;
        _time = time;
        var last = TapFile.Read(options.Transactions, time).Max(row => (DateTimeOffset?)row.Tap.OccurredAt)
            ?? throw new ToolException($"{options.Transactions}: has no transaction");
        Shift = new TimeShift(options.Align, options.Zone, last, run.End);
        Taps = Plan(Window());
    }

    public TimeShift Shift { get; }

    public IReadOnlyList<PlannedTap> Taps { get; }

    /// <summary>Refunds and reversals left out because what they correct lies outside the window.</summary>
    public int Orphans { get; private set; }

    public DateTimeOffset WindowStart => _run.End - _options.Last;

    private List<(Tap Tap, DateTimeOffset Shifted)> Window()
    {
        var window = new List<(Tap Tap, DateTimeOffset Shifted)>();
        foreach (var (tap, line) in TapFile.Read(_options.Transactions, _time))
        {
            var shifted = Shift.Apply(tap.OccurredAt);
            if (shifted > WindowStart && shifted <= _run.End)
            {
                if (tap.Id.Length + _suffix.Length > LongestId)
                {
                    throw ToolException.At(
                        _options.Transactions, line, "id", tap.Id,
                        $"is with '{_suffix}' longer than {LongestId}; choose a shorter --run name");
                }

                window.Add((tap, shifted));
            }
        }

        RemoveOrphans(window);

        // A row that stands twice would be posted with two times, which is another content under the same id.
        return
        [
            .. window.DistinctBy(row => row.Tap.Key)
                .OrderBy(row => row.Shifted)
                .ThenBy(row => row.Tap.Id, StringComparer.Ordinal),
        ];
    }

    private void RemoveOrphans(List<(Tap Tap, DateTimeOffset Shifted)> window)
    {
        int removed;
        do
        {
            // Again, as the reversal of a refund that was left out has lost its original by that.
            var keys = window.Select(row => row.Tap.Key).ToHashSet();
            removed = window.RemoveAll(
                row => row.Tap.Kind != TapKind.Purchase && !keys.Contains(row.Tap.OriginalKey));
            Orphans += removed;
        }
        while (removed > 0);
    }

    private List<PlannedTap> Plan(List<(Tap Tap, DateTimeOffset Shifted)> window)
    {
        var planned = new List<PlannedTap>(window.Count);
        foreach (var (tap, shifted) in window)
        {
            var due = Due(shifted, window.Count - planned.Count - 1);
            // The window ends at or before the beginning of the run, so neither stamp is ever in the future.
            var stamp = _options.Stamp == Stamp.Now ? due : shifted;
            planned.Add(new PlannedTap(TapPost.From(tap, _suffix, stamp), due, shifted));
        }

        return planned;
    }

    private DateTimeOffset Due(DateTimeOffset shifted, int following) => _options.Speed > 0
        ? WholeMilliseconds(_run.Begin + ((shifted - WindowStart) / _options.Speed))
        // As fast as possible: all are due at once; a millisecond between them keeps their order.
        : _run.Begin - TimeSpan.FromMilliseconds(following);

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
