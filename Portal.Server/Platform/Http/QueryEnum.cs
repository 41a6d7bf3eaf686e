using System.Text.Json;
using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Platform.Http;

/// <summary>Query values are spelt as in JSON (camelCase); the framework's own binding knows C# names only.</summary>
internal static class QueryEnum
{
    /// <summary>Reads an optional value; the error names the field and what it may be.</summary>
    public static Error? Read<TEnum>(string field, string? text, out TEnum? value)
        where TEnum : struct, Enum
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        // A number would be parsed too, and means nothing to a caller.
        if (char.IsAsciiLetter(text[0]) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var parsed)
            && Enum.IsDefined(parsed))
        {
            value = parsed;
            return null;
        }

        var names = Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName);
        return Error.Invalid("request.invalid", field, $"{field} must be one of {string.Join(", ", names)}.");
    }
}
