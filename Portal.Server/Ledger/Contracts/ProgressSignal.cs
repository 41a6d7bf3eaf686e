namespace Portal.Server.Ledger.Contracts;

/// <summary>
/// Wakes whoever follows the ledger as soon as it or a projection has moved on. Only a hint: followers also look by
/// themselves every <see cref="Poll"/>, because another process may have moved it.
/// </summary>
internal sealed class ProgressSignal
{
    public static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long a called follower lets more come before it looks: under load hundreds of commits a second would each
    /// wake every follower, which cost a quarter of the posts (bench <c>single</c>).
    /// </summary>
    private static readonly TimeSpan _gather = TimeSpan.FromMilliseconds(10);

    private volatile TaskCompletionSource _next = New();

    public void Notify() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Taken before looking for work, awaited after finding none: no notification is missed.</summary>
    public Task Next => _next.Task;

    /// <summary>Waits for <paramref name="next"/>, at most <see cref="Poll"/>; a burst wakes a follower once.</summary>
    public static async Task WaitAsync(Task next, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(Poll, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nobody called: look anyway.
            return;
        }

        // Of this machine's time, not of the portal's clock: it paces work and decides nothing.
        await Task.Delay(_gather, cancellationToken);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
