using System.CommandLine;
using Portal.Server.Platform;

namespace Portal.Server.CommandLine;

/// <summary>Options that serving and every verb share, and the configuration that follows from them.</summary>
internal static class PortalSettings
{
    private static readonly Option<string?> _data = new("--data")
    {
        Description = "Folder of the embedded database and of generated keys (default ./data).",
        Recursive = true,
    };

    private static readonly Option<string[]> _set = new("--set")
    {
        Description = "Any configuration value, such as --set Portal:Currency=USD; may be repeated.",
        Recursive = true,
        DefaultValueFactory = _ => [],
    };

    public static IEnumerable<Option> Options => [_data, _set];

    public static Dictionary<string, string?> Of(ParseResult parsed)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (parsed.GetValue(_data) is { } folder)
        {
            settings[$"{PortalOptions.Section}:{nameof(PortalOptions.DataFolder)}"] = Path.GetFullPath(folder);
        }

        foreach (var pair in parsed.GetValue(_set) ?? [])
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                throw new VerbException("--set wants KEY=VALUE, such as --set Portal:Currency=USD.");
            }

            settings[pair[..at]] = pair[(at + 1)..];
        }

        return settings;
    }
}
