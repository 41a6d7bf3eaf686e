using System.CommandLine;
using Portal.Server.Platform;

namespace Portal.Server.CommandLine;

/// <summary>The command line: without a verb it serves.</summary>
internal static class PortalCommands
{
    private static readonly Option<string> _urls = new("--urls")
    {
        Description = "Addresses to listen on.",
        DefaultValueFactory = _ => "http://localhost:5080",
    };

    private static readonly Option<string?> _data = new("--data")
    {
        Description = "Folder of the embedded database and of generated keys (default ./data).",
        Recursive = true,
    };

    private static readonly Option<bool> _demo = new("--demo")
    {
        Description = "Serve a generated town with demo accounts, which goes on living in real time.",
    };

    private static readonly Option<bool> _migrate = new("--migrate")
    {
        Description = "Bring the schema of a SQL Server or PostgreSQL database up to date before serving.",
    };

    public static Task<int> InvokeAsync(string[] args)
    {
        var root = new RootCommand("Portal turns phone payments into offers people want.") { _urls, _data, _demo, _migrate };
        root.SetAction(ServeAsync);
        return root.Parse(args).InvokeAsync();
    }

    private static async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = Settings(parsed);
        settings["urls"] = parsed.GetValue(_urls);
        if (parsed.GetValue(_demo))
        {
            settings[$"{PortalOptions.Section}:{nameof(PortalOptions.Demo)}"] = "true";
        }

        await using var app = PortalHost.Build(PortalHost.CreateBuilder(settings));
        await PortalHost.PrepareAsync(app.Services, parsed.GetValue(_migrate), cancellationToken);
        await app.RunAsync(cancellationToken);
        return 0;
    }

    private static Dictionary<string, string?> Settings(ParseResult parsed)
    {
        var settings = new Dictionary<string, string?>();
        if (parsed.GetValue(_data) is { } folder)
        {
            settings[$"{PortalOptions.Section}:{nameof(PortalOptions.DataFolder)}"] = Path.GetFullPath(folder);
        }

        return settings;
    }
}
