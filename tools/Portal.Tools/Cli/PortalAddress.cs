using System.CommandLine.Parsing;

namespace Portal.Tools.Cli;

internal static class PortalAddress
{
    public static Uri? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        // The slash keeps a portal under a path (https://host/portal) where it is when addresses are combined.
        if (Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError($"--portal: '{text}' is no address such as http://localhost:5080");
        return null;
    }
}
