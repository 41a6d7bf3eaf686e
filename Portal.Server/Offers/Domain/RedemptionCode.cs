using System.Security.Cryptography;

namespace Portal.Server.Offers.Domain;

/// <summary>
/// Eight characters that a person can read out: no look-alikes (0/O, 1/I/L), and the last one is a check character. The
/// alphabet has 31 characters, a prime: the weighted sum finds every single wrong character and every swap of
/// neighbours (as ISO/IEC 7064 pure systems do).
/// </summary>
internal static class RedemptionCode
{
    public const int Length = 8;

    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static string Create()
    {
        Span<char> code = stackalloc char[Length];
        RandomNumberGenerator.GetItems(Alphabet, code[..(Length - 1)]);
        code[^1] = CheckOf(code);
        return new string(code);
    }

    /// <summary>The code as it is kept, from what somebody typed; null when it cannot be one.</summary>
    public static string? Normalise(string? text)
    {
        if (text is null || text.Length > Length * 4)
        {
            return null;
        }

        Span<char> code = stackalloc char[Length];
        var length = 0;
        foreach (var typed in text)
        {
            if (typed is ' ' or '-')
            {
                continue;
            }

            var character = char.ToUpperInvariant(typed);
            if (length == Length || !Alphabet.Contains(character, StringComparison.Ordinal))
            {
                return null;
            }

            code[length++] = character;
        }

        return length == Length && code[^1] == CheckOf(code) ? new string(code) : null;
    }

    private static char CheckOf(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            sum += (i + 2) * Alphabet.IndexOf(code[i], StringComparison.Ordinal);
        }

        return Alphabet[sum % Alphabet.Length];
    }
}

/// <summary>
/// The unguessable part of an offer's short link: 71 bits in 12 characters, to leave an SMS its room.
/// </summary>
internal static class OfferToken
{
    public const int Length = 12;

    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static string Create() => RandomNumberGenerator.GetString(Base62, Length);

    public static bool IsOne(string? text) => text is { Length: Length } && text.All(char.IsAsciiLetterOrDigit);
}
