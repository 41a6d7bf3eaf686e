namespace Portal.Server.Ledger.Contracts;

/// <summary>
/// Wakes whoever follows the ledger as soon as it or a projection has moved on. Only a hint: followers also look by
/// themselves every <see cref="Poll"/>, because another process may have moved it.
/// </summary>
internal sealed class ProgressSignal
{
    public static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    private volatile TaskCompletionSource _next = New();

    public void Notify() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Taken before looking for work, awaited after finding none: no notification is missed.</summary>
    public Task Next => _next.Task;

    /// <summary>Waits for <paramref name="next"/>, at most <see cref="Poll"/>.</summary>
    public static async Task WaitAsync(Task next, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(Poll, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nobody called: look anyway.
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
