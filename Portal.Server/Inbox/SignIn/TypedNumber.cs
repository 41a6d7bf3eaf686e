using System.Text;
using Portal.Server.Platform.Privacy;

namespace Portal.Server.Inbox.SignIn;

/// <summary>Reads a number as people write it: with spaces, hyphens, 00 for +, or without country code.</summary>
internal static class TypedNumber
{
    private const int MaxLength = 40;

    public static Msisdn? Read(string? text, string countryCode)
    {
        if (text is null || text.Length > MaxLength)
        {
            return null;
        }

        var plain = text.Normalize(NormalizationForm.FormKC).Trim();
        var digits = string.Concat(plain.Where(char.IsAsciiDigit));
        if (plain.StartsWith('+'))
        {
            return Parse(digits);
        }

        return digits.StartsWith("00", StringComparison.Ordinal)
            ? Parse(digits[2..])
            : Parse(countryCode + digits.TrimStart('0'));
    }

    private static Msisdn? Parse(string digits) => Msisdn.TryParse($"+{digits}", out var msisdn) ? msisdn : null;
}
