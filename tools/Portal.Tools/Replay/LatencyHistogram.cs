namespace Portal.Tools.Replay;

/// <summary>Latencies in buckets 5 % wide: percentiles of any number of answers in a fixed space.</summary>
internal sealed class LatencyHistogram
{
    private const double Width = 1.05;

    // The last bucket begins at about a quarter of an hour.
    private readonly long[] _buckets = new long[420];
    private long _count;

    public void Add(TimeSpan latency)
    {
        var microseconds = Math.Max(1, latency.TotalMicroseconds);
        var bucket = (int)Math.Log(microseconds, Width);
        _buckets[Math.Min(bucket, _buckets.Length - 1)]++;
        _count++;
    }

    /// <summary>The upper end of the bucket that holds the percentile, in milliseconds.</summary>
    public double Percentile(double percent)
    {
        var wanted = (long)Math.Ceiling(_count * percent / 100);
        var seen = 0L;
        for (var bucket = 0; bucket < _buckets.Length && _count > 0; bucket++)
        {
            seen += _buckets[bucket];
            if (seen >= wanted)
            {
                return Math.Pow(Width, bucket + 1) / 1000;
            }
        }

        return 0;
    }
}
