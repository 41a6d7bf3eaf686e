using System.Globalization;

namespace Portal.Server.CommandLine;

/// <summary>
/// Says on stderr how far a verb is: one line that is written over and over on a terminal, else a line every few seconds.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private const int BarWidth = 24;

    private static readonly TimeSpan _onTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _elsewhere = TimeSpan.FromSeconds(5);

    private readonly TextWriter _output;
    private readonly string _unit;
    private readonly TimeProvider _time;
    private readonly bool _isTerminal;
    private readonly long _started;
    private TimeSpan _shown;
    private int _width;

    public ProgressLine(TextWriter output, string unit, TimeProvider time)
    {
        (_output, _unit, _time) = (output, unit, time);
        _isTerminal = ReferenceEquals(output, Console.Error) && !Console.IsErrorRedirected;
        _started = time.GetTimestamp();
        _shown = _isTerminal ? TimeSpan.Zero : TimeSpan.FromSeconds(-2);
    }

    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    /// <summary>Takes note, and shows it when it is time to.</summary>
    /// <param name="count">Rows so far.</param>
    /// <param name="share">How much of the whole is done, 0 to 1.</param>
    public void Report(long count, double share)
    {
        var elapsed = Elapsed;
        if (elapsed - _shown < (_isTerminal ? _onTerminal : _elsewhere))
        {
            return;
        }

        _shown = elapsed;
        var line = Line(count, Math.Clamp(share, 0, 1), elapsed);
        if (_isTerminal)
        {
            // Blanks over the end of a longer line before.
            _output.Write("\r" + line.PadRight(_width));
            _width = line.Length;
        }
        else
        {
            _output.WriteLine(line);
        }
    }

    public void Dispose()
    {
        if (_isTerminal && _width > 0)
        {
            _output.Write("\r" + new string(' ', _width) + "\r");
        }
    }

    private string Line(long count, double share, TimeSpan elapsed)
    {
        var filled = (int)(share * BarWidth);
        var bar = new string('#', filled) + new string('.', BarWidth - filled);
        var left = share > 0 ? elapsed * ((1 - share) / share) : TimeSpan.Zero;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{bar}] {share,4:P0}  {count:N0} {_unit}  {count / Math.Max(elapsed.TotalSeconds, 0.001):N0}/s  ETA {left:hh\\:mm\\:ss}");
    }
}
