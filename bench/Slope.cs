namespace Portal.Bench;

/// <summary>Whether a post costs the same in a long ledger as in a short one.</summary>
internal static class Slope
{
    public static async Task RunAsync()
    {
        await using var portal = await BenchPortal.StartAsync(Projections.Remove);
        double first = 0;
        long rows = 0;
        foreach (var target in new[] { 10_000, 100_000, 1_000_000 })
        {
            double rate = 0;
            while (rows < target)
            {
                var batches = (int)Math.Clamp((target - rows) / 1_000, 5, 100);
                rate = await BatchedPosts.RoundAsync(portal, $"s{rows}", batches);
                rows += batches * 1_000;
            }

            first = first == 0 ? rate : first;
            Measured.Rate($"appended at about {rows:N0} rows", rate, "rows");
            Measured.Ratio("  against the first", rate / first, 0.5);
        }
    }
}
