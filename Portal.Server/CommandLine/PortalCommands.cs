using System.CommandLine;
using Portal.Server.CommandLine.Export;
using Portal.Server.CommandLine.Import;
using Portal.Server.CommandLine.Maintain;
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

    private static readonly Option<bool> _demo = new("--demo")
    {
        Description = "Serve a generated town with demo accounts, which goes on living in real time.",
    };

    private static readonly Option<bool> _migrate = new("--migrate")
    {
        Description = "Bring the schema of a SQL Server or PostgreSQL database up to date before serving.",
    };

    public static Task<int> InvokeAsync(string[] args) => InvokeAsync(args, Console.Out, Console.Error);

    /// <summary>Runs a command line; expected failures become a message and an exit code.</summary>
    public static async Task<int> InvokeAsync(
        string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var parsed = Root().Parse(args);
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            // A clean stop answers whoever waits for a commit, and ends what is being delivered.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
        };
        try
        {
            var code = await parsed.InvokeAsync(configuration, cancellationToken);
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
        }
        catch (Exception exception) when (exception is VerbException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(exception.Message);
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Portal turns phone payments into offers people want.") { _urls, _demo, _migrate };
        foreach (var option in PortalSettings.Options)
        {
            root.Add(option);
        }

        root.Add(ImportCommand.Create());
        root.Add(ExportCommand.Create());
        root.Add(MaintainCommands.Rebuild());
        root.Add(MaintainCommands.Verify());
        root.Add(MaintainCommands.Migrate());
        root.Add(AdminCommand.Create());
        root.SetAction(ServeAsync);
        return root;
    }

    private static async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = PortalSettings.Of(parsed);
        settings["urls"] = parsed.GetValue(_urls);
        if (parsed.GetValue(_demo))
        {
            settings[$"{PortalOptions.Section}:{nameof(PortalOptions.Demo)}"] = "true";
        }

        await using var app = PortalHost.Build(PortalHost.CreateBuilder(settings));
        await VerbHost.PrepareAsync(app.Services, parsed.GetValue(_migrate), cancellationToken);
        await app.RunAsync(cancellationToken);
        return ExitCodes.Done;
    }
}
