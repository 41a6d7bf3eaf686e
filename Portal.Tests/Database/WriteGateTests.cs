using Portal.Server.Platform.Database;

namespace Portal.Tests.Database;

public sealed class WriteGateTests
{
    private readonly FairGate _gate = new();

    [Fact]
    public async Task Appends_go_before_those_who_came_earlier_with_less_urgent_work()
    {
        var order = new List<string>();
        var first = await EnterAsync(WritePriority.Command);
        var derived = NoteAsync(WritePriority.Derived, "derived", order);
        var append = NoteAsync(WritePriority.Append, "append", order);

        first.Dispose();
        await Task.WhenAll(derived, append);

        Assert.Equal(["append", "derived"], order);
    }

    [Fact]
    public async Task A_stream_of_appends_cannot_starve_a_projection()
    {
        var order = new List<string>();
        var first = await EnterAsync(WritePriority.Command);
        var derived = NoteAsync(WritePriority.Derived, "derived", order);
        var appends = Enumerable.Range(0, 20).Select(_ => NoteAsync(WritePriority.Append, "append", order)).ToList();

        first.Dispose();
        await Task.WhenAll([derived, .. appends]);

        Assert.InRange(order.IndexOf("derived"), 1, 10);
    }

    [Fact]
    public async Task One_who_gives_up_waiting_does_not_hold_up_the_others()
    {
        using var impatience = new CancellationTokenSource();
        var first = await EnterAsync(WritePriority.Command);
        var gaveUp = _gate.EnterAsync(WritePriority.Append, impatience.Token).AsTask();
        var patient = _gate.EnterAsync(WritePriority.Derived, CancellationToken.None).AsTask();

        await impatience.CancelAsync();
        first.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gaveUp);
        (await patient).Dispose();
        (await EnterAsync(WritePriority.Command)).Dispose();
    }

    [Fact]
    public async Task Only_one_is_inside_at_a_time()
    {
        var inside = 0;
        await Parallel.ForAsync(0, 500, async (i, cancellationToken) =>
        {
            using var pass = await _gate.EnterAsync((WritePriority)(i % 3), cancellationToken);
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        });
    }

    private ValueTask<IDisposable> EnterAsync(WritePriority priority) =>
        _gate.EnterAsync(priority, TestContext.Current.CancellationToken);

    private async Task NoteAsync(WritePriority priority, string name, List<string> order)
    {
        using var pass = await EnterAsync(priority);
        order.Add(name);
    }
}
