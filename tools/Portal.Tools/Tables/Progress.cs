using System.Globalization;

namespace Portal.Tools.Tables;

/// <summary>Tells on stderr how far a long reading is; stdout stays for results.</summary>
internal sealed class Progress(string what, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _shown = TimeSpan.Zero;
    private long _rows;

    public void Row()
    {
        // Looking at the clock for each row would cost more than most rows do.
        if (++_rows % 4096 != 0)
        {
            return;
        }

        var elapsed = time.GetElapsedTime(_started);
        if (elapsed - _shown >= Interval)
        {
            _shown = elapsed;
            Show(elapsed);
        }
    }

    public void End() => Show(time.GetElapsedTime(_started));

    private void Show(TimeSpan elapsed) => Console.Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: {_rows:N0} rows in {elapsed.TotalSeconds:F1} s"));
}
