using System.Globalization;

namespace Portal.Tools.Replay;

/// <summary>What became of the taps; the connections count into it side by side.</summary>
internal sealed class ReplayTally(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly long _started = time.GetTimestamp();
    private readonly LatencyHistogram _latencies = new();
    private readonly SortedDictionary<string, long> _rejected = new(StringComparer.Ordinal);
    private DateTimeOffset _reached = DateTimeOffset.MinValue;
    private long _posted;
    private long _accepted;
    private long _duplicates;
    private long _busy;

    public long RejectedCount
    {
        get
        {
            lock (_lock)
            {
                return _rejected.Values.Sum();
            }
        }
    }

    public void Accepted(PlannedTap tap)
    {
        lock (_lock)
        {
            _accepted++;
            Posted(tap);
        }
    }

    public void Duplicate(PlannedTap tap)
    {
        lock (_lock)
        {
            _duplicates++;
            Posted(tap);
        }
    }

    public void Rejected(string code, IEnumerable<PlannedTap> taps)
    {
        lock (_lock)
        {
            foreach (var tap in taps)
            {
                _rejected[code] = _rejected.GetValueOrDefault(code) + 1;
                Posted(tap);
            }
        }
    }

    public void Busy()
    {
        lock (_lock)
        {
            _busy++;
        }
    }

    public void Answered(TimeSpan latency)
    {
        lock (_lock)
        {
            _latencies.Add(latency);
        }
    }

    public string Line(int planned)
    {
        lock (_lock)
        {
            var seconds = Math.Max(0.001, time.GetElapsedTime(_started).TotalSeconds);
            var rejected = string.Concat(_rejected.Select(pair => $" {pair.Key} {pair.Value}"));
            var reached = _posted == 0 ? "-" : _reached.ToString("ddd MM-dd HH:mm", CultureInfo.InvariantCulture);
            return string.Create(CultureInfo.InvariantCulture, $"posted {_posted}/{planned}")
                + $" accepted {_accepted} duplicate {_duplicates}"
                + $" rejected {_rejected.Values.Sum()}{rejected} busy {_busy}"
                + string.Create(CultureInfo.InvariantCulture, $" | {_posted / seconds:F1} taps/s")
                + string.Create(CultureInfo.InvariantCulture, $" p50 {_latencies.Percentile(50):F1} ms")
                + string.Create(CultureInfo.InvariantCulture, $" p99 {_latencies.Percentile(99):F1} ms")
                + $" | recorded {reached}";
        }
    }

    private void Posted(PlannedTap tap)
    {
        _posted++;
        _reached = tap.Shifted > _reached ? tap.Shifted : _reached;
    }
}
