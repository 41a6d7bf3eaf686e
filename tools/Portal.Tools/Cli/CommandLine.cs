using System.CommandLine;

namespace Portal.Tools.Cli;

internal static class CommandLine
{
    // Ctrl+C lets taps that are under way end before the summary; two seconds, the default, cut a slow answer off.
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Portal tools: bring data in, check the portal's numbers, play recorded taps.")
        {
            ConvertCommand.Create(),
            StatisticsCommand.Create(),
            ReplayCommand.Create(),
        };
        var parsed = root.Parse(args);
        try
        {
            var exitCode = await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToEnd,
            });
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : exitCode;
        }
        catch (ToolException stopped)
        {
            await Console.Error.WriteLineAsync($"error: {stopped.Message}");
            return stopped.ExitCode;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"error: {failed.Message}");
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("stopped before the end; files of this run were not completed");
            return ExitCodes.Failed;
        }
    }
}
