using System.Text.Json;

namespace Portal.Server.Platform.Http;

/// <summary>Says what is wrong with a JSON text in words that name no .NET type.</summary>
internal static class JsonMessages
{
    public static string Explain(JsonException exception)
    {
        var path = exception.Path ?? "$";
        if (exception.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
        {
            return $"The field {path} is not known here; remove it or check its spelling.";
        }

        if (exception.Message.Contains("could not be converted", StringComparison.Ordinal))
        {
            return $"The value of {path} has the wrong type or form.";
        }

        if (exception.Message.Contains("missing required", StringComparison.Ordinal))
        {
            return "A required field is missing: " + exception.Message[(exception.Message.LastIndexOf(':') + 1)..].Trim();
        }

        return $"The body is not well-formed JSON near {path} "
            + $"(line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).";
    }
}
