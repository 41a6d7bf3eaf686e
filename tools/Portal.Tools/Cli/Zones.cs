namespace Portal.Tools.Cli;

internal static class Zones
{
    public static TimeZoneInfo Find(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw ToolException.Usage(
                $"--time-zone: '{id}' is no time zone of this machine; give an IANA name such as Asia/Shanghai");
}
