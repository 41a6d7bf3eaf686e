using System.Globalization;

namespace Portal.Tools.Cli;

/// <summary>Times on the command line, in one form whatever the machine's culture.</summary>
internal static class Instants
{
    // Ten years: no recording is longer, and nothing overflows.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3653);

    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];

    public static TimeSpan Duration(string text, string option)
    {
        var unit = text.Length < 2 ? 0 : Seconds(text[^1]);
        return unit > 0
            && int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
            && number * unit <= Longest.TotalSeconds
                ? TimeSpan.FromSeconds(number * unit)
                : throw ToolException.Usage($"{option}: '{text}' is no duration such as 90m, 36h, 3d or 2w");
    }

    public static DateTimeOffset Instant(string text, string option) =>
        DateTimeOffset.TryParseExact(
            text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw ToolException.Usage($"{option}: '{text}' is no instant such as 2026-11-23T10:00:00+08:00");

    public static DateOnly Day(string text, string option) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw ToolException.Usage($"{option}: '{text}' is no day such as 2025-12-31");

    private static long Seconds(char unit) => unit switch
    {
        'm' => 60,
        'h' => 3_600,
        'd' => 86_400,
        'w' => 604_800,
        _ => 0,
    };
}
