using System.Threading.Channels;

namespace Portal.Tools.Replay;

/// <summary>Hands the taps over when they are due, to connections that post side by side.</summary>
internal sealed class ReplayRun(
    ReplayOptions options, ReplayPlan plan, TapPoster poster, ReplayTally tally, TimeProvider time)
{
    // What is on its way when Ctrl+C comes may still be answered for this long.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>True when every tap was handed over, false when stopped before.</summary>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        // Short: taps wait in the plan, where stopping loses nothing, not in here.
        var queue = Channel.CreateBounded<IReadOnlyList<PlannedTap>>(options.Connections);
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var posting = new CancellationTokenSource();
        await using var grace = stop.Register(() => posting.CancelAfter(Grace));
        var connections = Enumerable.Range(0, options.Connections)
            .Select(_ => ConnectAsync(queue.Reader, broken, posting))
            .ToArray();
        using var progress = new ProgressLine(tally, plan.Taps.Count, time);
        var complete = false;
        try
        {
            await FeedAsync(queue.Writer, broken.Token);
            complete = true;
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C, or a connection that failed for good; the latter is thrown below.
        }

        queue.Writer.Complete();
        await Task.WhenAll(connections);
        return complete && !stop.IsCancellationRequested;
    }

    private async Task FeedAsync(ChannelWriter<IReadOnlyList<PlannedTap>> writer, CancellationToken stop)
    {
        var pace = new Pace(options.MaxRate, time);
        var next = 0;
        while (next < plan.Taps.Count)
        {
            await WaitUntilAsync(plan.Taps[next].Due, stop);
            var batch = new List<PlannedTap>(options.Batch);
            var now = time.GetUtcNow();
            while (next < plan.Taps.Count && batch.Count < options.Batch && plan.Taps[next].Due <= now)
            {
                batch.Add(plan.Taps[next++]);
            }

            await pace.WaitAsync(batch.Count, stop);
            await writer.WriteAsync(batch, stop);
        }
    }

    private async Task WaitUntilAsync(DateTimeOffset due, CancellationToken stop)
    {
        // A timer may fire a little early, and a tap must never carry a time that is still to come.
        for (var left = due - time.GetUtcNow(); left > TimeSpan.Zero; left = due - time.GetUtcNow())
        {
            await Task.Delay(left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left, time, stop);
        }
    }

    private async Task ConnectAsync(
        ChannelReader<IReadOnlyList<PlannedTap>> reader, CancellationTokenSource feed, CancellationTokenSource posting)
    {
        try
        {
            await foreach (var batch in reader.ReadAllAsync(posting.Token))
            {
                await poster.PostAsync(batch, options.Batch > 1, posting.Token);
            }
        }
        catch (OperationCanceledException) when (posting.IsCancellationRequested)
        {
            // The grace is over; what was not answered can be sent again under the same --run.
        }
        catch
        {
            await feed.CancelAsync();
            await posting.CancelAsync();
            throw;
        }
    }
}
