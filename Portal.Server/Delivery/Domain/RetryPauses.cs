namespace Portal.Server.Delivery.Domain;

/// <summary>Exponential pauses with jitter, so that what failed together does not come back together.</summary>
internal static class RetryPauses
{
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="dice">From 0 (inclusive) to 1 (exclusive).</param>
    /// <param name="atLeast">What the gateway asked for.</param>
    public static TimeSpan After(int attempt, TimeSpan first, TimeSpan longest, TimeSpan? atLeast, double dice)
    {
        var doubled = first * Math.Pow(2, Math.Min(attempt - 1, 30));
        var pause = doubled < longest ? doubled : longest;
        // Between half and all of it: never hammering, never in step.
        var jittered = pause * (0.5 + (dice / 2));
        return atLeast > jittered ? atLeast.Value : jittered;
    }
}
