using System.Diagnostics;

namespace Portal.Tests.Fixtures;

/// <summary>Waits for what comes about by itself: looks again until it is so, and fails after a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    public static async Task<T> GetAsync<T>(Func<Task<T>> probe, Func<T, bool> isSo)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var value = await probe();
            if (isSo(value))
            {
                return value;
            }

            if (Stopwatch.GetElapsedTime(started) > _deadline)
            {
                Assert.Fail($"After {_deadline.TotalSeconds} s it still was not so; last seen: {value}");
            }

            await Task.Delay(_pause, TestContext.Current.CancellationToken);
        }
    }

    public static Task BecomesAsync<T>(T expected, Func<Task<T>> probe) =>
        GetAsync(probe, value => EqualityComparer<T>.Default.Equals(value, expected));
}
