namespace Portal.Tools.Replay;

/// <summary>Keeps the rate under the limit by giving each tap a share of the second.</summary>
internal sealed class Pace(double? perSecond, TimeProvider time)
{
    private DateTimeOffset _free = DateTimeOffset.MinValue;

    public async Task WaitAsync(int taps, CancellationToken stop)
    {
        if (perSecond is not { } rate)
        {
            return;
        }

        var now = time.GetUtcNow();
        if (_free > now)
        {
            await Task.Delay(_free - now, time, stop);
        }

        // From the planned instant, not from when the timer fired: else each delay would lower the rate.
        _free = (_free > now ? _free : now) + TimeSpan.FromSeconds(taps / rate);
    }
}
