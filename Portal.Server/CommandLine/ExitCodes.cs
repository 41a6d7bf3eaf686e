namespace Portal.Server.CommandLine;

/// <summary>What a verb tells the shell.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It ran, but rows were refused, or a verification found differences.</summary>
    public const int Refused = 1;

    /// <summary>The command line, a file or the configuration is wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl+C (128 + SIGINT, as shells have it).</summary>
    public const int Interrupted = 130;
}

/// <summary>Ends a verb with a message for the person at the shell; no stack trace is shown.</summary>
internal sealed class VerbException(string message, Exception? inner = null) : Exception(message, inner);
