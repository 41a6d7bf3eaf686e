using System.Globalization;
using Portal.Server.Platform.Privacy;

namespace Portal.Server.CommandLine.Export;

/// <summary>How values are written, the same in each export.</summary>
internal static class Fields
{
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string? Of(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 with the operator's offset; fractions only where there are any.</summary>
    public static string Of(DateTimeOffset local) =>
        local.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>The number of a subscriber in full: an export is the operator's own.</summary>
    public static string? Msisdn(IReadOnlyDictionary<long, Msisdn> numbers, long subscriberId) =>
        numbers.TryGetValue(subscriberId, out var msisdn) ? msisdn.E164 : null;
}
