using Portal.Server.Ledger.Projecting;

namespace Portal.Server.CommandLine.Maintain;

/// <summary>Brings statistics and profiles to where the ledger stands; beside a running portal both share the work.</summary>
internal static class CatchUp
{
    public static async Task RunAsync(VerbHost host, TextWriter progressTo, CancellationToken cancellationToken)
    {
        using var line = new ProgressLine(progressTo, "entries", TimeProvider.System);
        var caughtUp = await host.SendAsync(new CatchUpProjectionsCommand(new LineProgress(line)), cancellationToken);
        if (!caughtUp.IsSuccess)
        {
            throw new VerbException(caughtUp.Error.Message);
        }
    }
}

/// <summary>Shows at once, where <see cref="Progress{T}"/> would queue.</summary>
internal sealed class LineProgress(ProgressLine line) : IProgress<(long Done, long Total)>
{
    public void Report((long Done, long Total) value) =>
        line.Report(value.Done, value.Total == 0 ? 1 : (double)value.Done / value.Total);
}
