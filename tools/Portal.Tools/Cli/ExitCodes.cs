namespace Portal.Tools.Cli;

internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The data or the portal did not allow it, or the portal rejected some of what was sent.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong: unknown option, missing file, value out of range.</summary>
    public const int Usage = 2;
}
