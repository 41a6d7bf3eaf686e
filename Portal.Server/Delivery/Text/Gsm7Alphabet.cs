namespace Portal.Server.Delivery.Text;

/// <summary>
/// The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, sections 6.2.1 and 6.2.1.1).
/// </summary>
internal static class Gsm7Alphabet
{
    /// <summary>Announces a character of the extension table.</summary>
    public const byte Escape = 0x1B;

    private const string Default =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static readonly Dictionary<char, byte> _default = Default
        .Select((character, code) => (character, code))
        .Where(pair => pair.code != Escape)
        .ToDictionary(pair => pair.character, pair => (byte)pair.code);

    private static readonly Dictionary<char, byte> _extension = new()
    {
        ['\f'] = 0x0A,
        ['^'] = 0x14,
        ['{'] = 0x28,
        ['}'] = 0x29,
        ['\\'] = 0x2F,
        ['['] = 0x3C,
        ['~'] = 0x3D,
        [']'] = 0x3E,
        ['|'] = 0x40,
        ['€'] = 0x65,
    };

    /// <summary>
    /// Septets that a character takes: one, two with its escape, or none when it is not in the alphabet.
    /// </summary>
    public static int SeptetsOf(char character) =>
        _default.ContainsKey(character) ? 1 : _extension.ContainsKey(character) ? 2 : 0;

    public static bool Holds(string text) => text.All(character => SeptetsOf(character) > 0);

    /// <summary>The septets of a text that <see cref="Holds"/>, one a byte.</summary>
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var septets = new List<byte>(text.Length + 8);
        foreach (var character in text)
        {
            if (_default.TryGetValue(character, out var code))
            {
                septets.Add(code);
            }
            else
            {
                septets.Add(Escape);
                septets.Add(_extension[character]);
            }
        }

        return [.. septets];
    }

    /// <summary>Packs septets into octets, least significant bit first (TS 23.038, section 6.1.2.1).</summary>
    public static byte[] Pack(ReadOnlySpan<byte> septets)
    {
        var octets = new byte[PackedLength(septets.Length)];
        for (var i = 0; i < septets.Length; i++)
        {
            var bit = i * 7;
            var shifted = septets[i] << (bit % 8);
            octets[bit / 8] |= (byte)shifted;
            if (bit % 8 > 1)
            {
                octets[(bit / 8) + 1] |= (byte)(shifted >> 8);
            }
        }

        return octets;
    }

    public static int PackedLength(int septets) => ((septets * 7) + 7) / 8;
}
