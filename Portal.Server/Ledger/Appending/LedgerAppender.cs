using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform.Time;

namespace Portal.Server.Ledger.Appending;

/// <summary>
/// The one writer of this node: takes whatever requests are queued and commits them together (group commit), so that
/// one wait for the disk serves many terminals. A request is answered only after its commit.
/// </summary>
internal sealed partial class LedgerAppender(
    ILedgerStore store,
    ProgressSignal signal,
    OperatorClock clock,
    IOptions<LedgerOptions> options,
    ILogger<LedgerAppender> logger) : BackgroundService
{
    private readonly Channel<Request> _requests = Channel.CreateUnbounded<Request>(
        new UnboundedChannelOptions { SingleReader = true });

    private int _queued;

    /// <summary>Transactions that wait for the writer now.</summary>
    public int Queued => Volatile.Read(ref _queued);

    /// <summary>Queues transactions and waits for their commit; null when the queue is full, and then nothing is kept.</summary>
    public async Task<AppendOutcome[]?> TryAppendAsync(IReadOnlyList<NewTransaction> transactions)
    {
        if (Interlocked.Add(ref _queued, transactions.Count) > options.Value.QueueLimit)
        {
            Interlocked.Add(ref _queued, -transactions.Count);
            return null;
        }

        var request = new Request(transactions);
        if (!_requests.Writer.TryWrite(request))
        {
            Interlocked.Add(ref _queued, -transactions.Count);
            return null;
        }

        return await request.Task;
    }

    /// <summary>Takes no more requests, and writes those that wait: a clean stop loses nobody's answer.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _requests.Writer.TryComplete();
        if (ExecuteTask is { } running)
        {
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<Request>();
        var rows = new List<NewTransaction>();
        while (await _requests.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (rows.Count < options.Value.CommitLimit && _requests.Reader.TryRead(out var request))
            {
                group.Add(request);
                rows.AddRange(request.Transactions);
            }

            await CommitAsync(group, rows);
            Interlocked.Add(ref _queued, -rows.Count);
            group.Clear();
            rows.Clear();
        }
    }

    private async Task CommitAsync(List<Request> group, List<NewTransaction> rows)
    {
        try
        {
            var outcomes = await store.AppendAsync(rows, clock.Now, CancellationToken.None);
            var from = 0;
            foreach (var request in group)
            {
                request.TrySetResult(outcomes.AsSpan(from, request.Transactions.Count).ToArray());
                from += request.Transactions.Count;
            }

            signal.Notify();
        }
        catch (Exception exception)
        {
            NotWritten(exception, rows.Count);
            group.ForEach(request => request.TrySetException(exception));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A group of {Count} transactions could not be written")]
    private partial void NotWritten(Exception exception, int count);

    private sealed class Request(IReadOnlyList<NewTransaction> transactions)
        : TaskCompletionSource<AppendOutcome[]>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public IReadOnlyList<NewTransaction> Transactions => transactions;
    }
}
