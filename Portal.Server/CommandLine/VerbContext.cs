using System.CommandLine;

namespace Portal.Server.CommandLine;

/// <summary>What every verb has: its settings, and where it speaks.</summary>
/// <param name="Settings">Configuration from the command line.</param>
/// <param name="Output">Results.</param>
/// <param name="Progress">Progress and complaints.</param>
internal sealed record VerbContext(IReadOnlyDictionary<string, string?> Settings, TextWriter Output, TextWriter Progress)
{
    public static VerbContext Of(ParseResult parsed) => new(
        PortalSettings.Of(parsed), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);

    public Task<VerbHost> OpenAsync(CancellationToken cancellationToken) =>
        VerbHost.OpenAsync(Settings, migrate: false, cancellationToken);
}
