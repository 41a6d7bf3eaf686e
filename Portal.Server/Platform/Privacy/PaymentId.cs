using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Portal.Server.Platform.Privacy;

/// <summary>What a terminal reads from the phone [0013]: 4 to 64 of [A-Za-z0-9._:-]. Prints itself masked.</summary>
internal readonly record struct PaymentId
{
    public const int MinLength = 4;
    public const int MaxLength = 64;

    private static readonly SearchValues<char> _allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");

    private PaymentId(string value) => Value = value;

    public string Value { get; }

    public string Last4 => Value[^4..];

    public static bool TryParse([NotNullWhen(true)] string? text, out PaymentId paymentId)
    {
        paymentId = default;
        if (text is null || text.Length is < MinLength or > MaxLength || text.AsSpan().ContainsAnyExcept(_allowed))
        {
            return false;
        }

        paymentId = new PaymentId(text);
        return true;
    }

    /// <summary>Reads a text that a validator has let through.</summary>
    /// <exception cref="FormatException">It is not a PaymentId after all.</exception>
    public static PaymentId Parse(string text) => TryParse(text, out var paymentId)
        ? paymentId
        : throw new FormatException("This text is not a PaymentId.");

    /// <summary>
    /// Whether a text could be a payment card number (ISO/IEC 7812: 13 to 19 digits, Luhn), also when its digits are
    /// grouped by spaces, dots, colons or hyphens. Such a value is refused and stored nowhere.
    /// </summary>
    public static bool LooksLikeCard(ReadOnlySpan<char> text)
    {
        int digits = 0, sum = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var c = text[i];
            if (c is ' ' or '-' or '.' or ':')
            {
                continue;
            }

            if (!char.IsAsciiDigit(c) || digits == 19)
            {
                return false;
            }

            var value = c - '0';
            if (digits % 2 == 1)
            {
                value = value < 5 ? value * 2 : (value * 2) - 9;
            }

            sum += value;
            digits++;
        }

        return digits >= 13 && sum % 10 == 0;
    }

    public override string ToString() => Value is null ? "•••" : "•••" + Last4;
}
