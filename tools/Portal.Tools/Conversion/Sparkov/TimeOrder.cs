namespace Portal.Tools.Conversion.Sparkov;

/// <summary>
/// Puts purchases into the order of their instants while they stream by. The source is ordered by wall clock;
/// where the clocks skip an hour, a purchase that is moved on by it may overtake the following ones.
/// </summary>
internal sealed class TimeOrder(Action<PurchaseRow> next)
{
    // Longer than any gap of a zone in use today; older purchases can no longer be overtaken.
    private static readonly TimeSpan Reach = TimeSpan.FromHours(2);

    private readonly PriorityQueue<PurchaseRow, (DateTimeOffset At, long Order)> _waiting = new();
    private DateTimeOffset _latest = DateTimeOffset.MinValue;
    private long _order;

    public void Add(PurchaseRow row)
    {
        _waiting.Enqueue(row, (row.OccurredAt, _order++));
        _latest = row.OccurredAt > _latest ? row.OccurredAt : _latest;
        while (_waiting.Peek().OccurredAt + Reach <= _latest)
        {
            next(_waiting.Dequeue());
        }
    }

    public void End()
    {
        while (_waiting.TryDequeue(out var row, out _))
        {
            next(row);
        }
    }
}
