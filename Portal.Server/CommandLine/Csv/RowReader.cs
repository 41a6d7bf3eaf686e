using System.Globalization;
using Portal.Server.Platform.Cqrs;

namespace Portal.Server.CommandLine.Csv;

/// <summary>
/// Reads the fields of one row and keeps the first complaint; no complaint repeats a value, which might be a card number.
/// </summary>
internal sealed class RowReader(CsvRow row)
{
    /// <summary>Times carry their offset: one without would be read in whatever zone this machine is in.</summary>
    private static readonly string[] _instantFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public Error? Error { get; private set; }

    public string Text(string column) => row[column] ?? Missing(column);

    public string? OptionalText(string column) => row[column];

    public IReadOnlyList<string> List(string column) =>
        row[column]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public long WholeNumber(string column)
    {
        if (row[column] is null)
        {
            Missing(column);
            return 0;
        }

        return OptionalWholeNumber(column) ?? 0;
    }

    public long? OptionalWholeNumber(string column)
    {
        if (row[column] is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse(column, "must be a whole number, without separators.");
        return null;
    }

    public double? OptionalNumber(string column)
    {
        if (row[column] is not { } text)
        {
            return null;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse(column, "must be a number with a decimal point, such as 30.25.");
        return null;
    }

    public DateOnly? OptionalDay(string column)
    {
        if (row[column] is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Refuse(column, "must be a day such as 1994-05-20.");
        return null;
    }

    public DateTimeOffset Instant(string column)
    {
        if (row[column] is not { } text)
        {
            Missing(column);
            return default;
        }

        var hasOffset = text.Length >= 20 && (text[^1] == 'Z' || text[^6] is '+' or '-');
        if (hasOffset && DateTimeOffset.TryParseExact(
            text, _instantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return instant;
        }

        Refuse(column, "must be an RFC 3339 time with its offset, such as 2026-11-23T10:00:00+08:00.");
        return default;
    }

    /// <summary>A word of an enum, by its name only: numbers mean nothing to a person.</summary>
    public TEnum Word<TEnum>(string column)
        where TEnum : struct, Enum => row[column] is { } text ? Parse<TEnum>(column, text) : NoWord<TEnum>(column);

    public TEnum? OptionalWord<TEnum>(string column)
        where TEnum : struct, Enum => row[column] is { } text ? Parse<TEnum>(column, text) : null;

    public IReadOnlyList<TEnum> Words<TEnum>(string column)
        where TEnum : struct, Enum => [.. List(column).Select(text => Parse<TEnum>(column, text)).Distinct()];

    private TEnum Parse<TEnum>(string column, string text)
        where TEnum : struct, Enum
    {
        if (char.IsAsciiLetter(text[0]) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var value)
            && Enum.IsDefined(value))
        {
            return value;
        }

        Refuse(column, $"must be one of {string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant()}.");
        return default;
    }

    private TEnum NoWord<TEnum>(string column)
        where TEnum : struct, Enum
    {
        Missing(column);
        return default;
    }

    private string Missing(string column)
    {
        Refuse(column, "is required.");
        return "";
    }

    private void Refuse(string column, string rule) => Error ??= Error.Invalid("row.invalid", column, $"{column} {rule}");
}
