namespace Portal.Tools.Cli;

/// <summary>Stops a verb with a message for its user; caught in one place, where it becomes the exit code.</summary>
internal sealed class ToolException : Exception
{
    public ToolException(string message)
        : this(message, ExitCodes.Failed)
    {
    }

    public ToolException(string message, int exitCode)
        : base(message) => ExitCode = exitCode;

    public int ExitCode { get; }

    public static ToolException Usage(string message) => new(message, ExitCodes.Usage);

    /// <summary>Names the file, the line, the column, the value and the rule that it breaks.</summary>
    public static ToolException At(string file, long line, string column, string value, string rule) =>
        new($"{file}, line {line}, column {column}: '{value}' {rule}");
}
