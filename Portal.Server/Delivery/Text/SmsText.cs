using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Text;

/// <summary>
/// A text as short messages carry it: the alphabet, and the parts when one message is too short for it. A part never
/// ends inside an escape sequence or a surrogate pair (3GPP TS 23.040, section 9.2.3.24.1).
/// </summary>
/// <param name="Units">Septets, or sixteen-bit units of UCS-2.</param>
/// <param name="Bytes">Octets of user data in all parts, with their headers.</param>
internal sealed record SmsText(
    string Text, TextEncoding Encoding, int Units, int Bytes, IReadOnlyList<string> Parts)
{
    /// <summary>
    /// Octets of the user data header that joins parts: length, element 00, its length, reference, total, part.
    /// </summary>
    public const int JoinHeaderOctets = 6;

    private const int Gsm7Single = 160;
    private const int Gsm7Joined = 153;
    private const int Ucs2Single = 70;
    private const int Ucs2Joined = 67;

    /// <summary>Septets that <see cref="JoinHeaderOctets"/> take, with the fill bit before the text.</summary>
    private const int JoinHeaderSeptets = 7;

    public int Segments => Parts.Count;

    public static SmsText Of(string text)
    {
        var isGsm7 = Gsm7Alphabet.Holds(text);
        var units = isGsm7 ? text.Sum(Gsm7Alphabet.SeptetsOf) : text.Length;
        if (units <= (isGsm7 ? Gsm7Single : Ucs2Single))
        {
            var octets = isGsm7 ? Gsm7Alphabet.PackedLength(units) : units * 2;
            return new SmsText(text, isGsm7 ? TextEncoding.Gsm7 : TextEncoding.Ucs2, units, octets, [text]);
        }

        var parts = isGsm7 ? SplitGsm7(text) : SplitUcs2(text);
        return isGsm7
            ? new SmsText(text, TextEncoding.Gsm7, units, parts.Sum(JoinedGsm7Octets), parts)
            : new SmsText(text, TextEncoding.Ucs2, units, parts.Sum(JoinedUcs2Octets), parts);
    }

    private static int JoinedUcs2Octets(string part) => JoinHeaderOctets + (part.Length * 2);

    private static int JoinedGsm7Octets(string part) =>
        Gsm7Alphabet.PackedLength(JoinHeaderSeptets + part.Sum(Gsm7Alphabet.SeptetsOf));

    private static List<string> SplitGsm7(string text)
    {
        var parts = new List<string>();
        var (start, septets) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var next = Gsm7Alphabet.SeptetsOf(text[i]);
            if (septets + next > Gsm7Joined)
            {
                parts.Add(text[start..i]);
                (start, septets) = (i, 0);
            }

            septets += next;
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static List<string> SplitUcs2(string text)
    {
        var parts = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(Ucs2Joined, text.Length - start);
            if (start + length < text.Length
                && char.IsHighSurrogate(text[start + length - 1])
                && char.IsLowSurrogate(text[start + length]))
            {
                length--;
            }

            parts.Add(text.Substring(start, length));
            start += length;
        }

        return parts;
    }
}
