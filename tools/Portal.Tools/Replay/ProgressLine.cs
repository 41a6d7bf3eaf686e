namespace Portal.Tools.Replay;

/// <summary>One line on stderr that is written over each second; into a file, a line each ten seconds.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly ReplayTally _tally;
    private readonly int _planned;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private int _width;
    private bool _ended;

    public ProgressLine(ReplayTally tally, int planned, TimeProvider time)
    {
        _tally = tally;
        _planned = planned;
        var interval = TimeSpan.FromSeconds(Console.IsErrorRedirected ? 10 : 1);
        _timer = time.CreateTimer(_ => Show(), null, interval, interval);
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _ended = true;
            if (!Console.IsErrorRedirected && _width > 0)
            {
                Console.Error.WriteLine();
            }
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (_ended)
            {
                return;
            }

            var line = _tally.Line(_planned);
            if (Console.IsErrorRedirected)
            {
                Console.Error.WriteLine(line);
                return;
            }

            // Blanks over the end of a longer line before.
            Console.Error.Write("\r" + line.PadRight(_width));
            _width = line.Length;
        }
    }
}
