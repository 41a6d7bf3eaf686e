namespace Portal.Server.Platform.Database;

/// <summary>Who goes first when several want to write; lower is sooner.</summary>
internal enum WritePriority
{
    /// <summary>The ledger's append: a terminal is waiting at a till.</summary>
    Append,
    /// <summary>A person's command.</summary>
    Command,
    /// <summary>Projections, matching, delivery: they keep their transactions short.</summary>
    Derived,
}

/// <summary>Hands the right to write to one transaction of this process at a time.</summary>
internal interface IWriteGate
{
    ValueTask<IDisposable> EnterAsync(WritePriority priority, CancellationToken cancellationToken);
}

/// <summary>For databases that let several writers in: no gate.</summary>
internal sealed class OpenGate : IWriteGate, IDisposable
{
    public ValueTask<IDisposable> EnterAsync(WritePriority priority, CancellationToken cancellationToken) => new(this);

    public void Dispose()
    {
    }
}

/// <summary>
/// For SQLite, which has one writer at a time: waiting in this queue is fair and cheap, where SQLite's own busy handler
/// sleeps and retries in no order. Appends go first; within a priority, first come first served. So that a stream of
/// appends cannot starve the rest, every <see cref="MaxOvertakes"/>th grant goes to whoever waited longest.
/// </summary>
internal sealed class FairGate : IWriteGate
{
    private const int MaxOvertakes = 4;

    private readonly Lock _lock = new();
    private readonly Queue<Waiter>[] _waiting = [new(), new(), new()];
    private bool _held;
    private int _overtakes;

    public async ValueTask<IDisposable> EnterAsync(WritePriority priority, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_lock)
        {
            if (!_held)
            {
                _held = true;
                return new Pass(this);
            }

            waiter = new Waiter();
            _waiting[(int)priority].Enqueue(waiter);
        }

        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((Waiter)state!).TrySetCanceled(token), waiter);
        await waiter.Task;
        return new Pass(this);
    }

    private void Leave()
    {
        lock (_lock)
        {
            while (Next() is { } waiter)
            {
                if (waiter.TrySetResult())
                {
                    return;
                }
            }

            _held = false;
        }
    }

    private Waiter? Next()
    {
        var fromBehind = _overtakes >= MaxOvertakes;
        for (var i = 0; i < _waiting.Length; i++)
        {
            var queue = _waiting[fromBehind ? _waiting.Length - 1 - i : i];
            if (queue.TryDequeue(out var waiter))
            {
                _overtakes = fromBehind || !AnyBehind(queue) ? 0 : _overtakes + 1;
                return waiter;
            }
        }

        return null;
    }

    private bool AnyBehind(Queue<Waiter> queue) =>
        Array.Exists(_waiting, other => other != queue && other.Count > 0);

    private sealed class Waiter() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Pass(FairGate gate) : IDisposable
    {
        private FairGate? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Leave();
    }
}
