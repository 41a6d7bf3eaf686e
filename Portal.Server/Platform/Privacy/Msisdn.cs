using System.Diagnostics.CodeAnalysis;

namespace Portal.Server.Platform.Privacy;

/// <summary>A phone number in E.164 form (ITU-T E.164: '+' and 8 to 15 digits). Prints itself masked.</summary>
internal readonly record struct Msisdn
{
    private Msisdn(string e164) => E164 = e164;

    /// <summary>The whole number; for the channel that dials it, and for nothing that is logged or listed.</summary>
    public string E164 { get; }

    public string Masked => E164.Length < 8 ? "•••" : $"{E164[..4]}•••{E164[^4..]}";

    public static bool TryParse([NotNullWhen(true)] string? text, out Msisdn msisdn)
    {
        msisdn = default;
        if (text is null || text.Length is < 9 or > 16 || text[0] != '+' || text[1] == '0')
        {
            return false;
        }

        if (text.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        msisdn = new Msisdn(text);
        return true;
    }

    /// <summary>Reads a text that a validator has let through.</summary>
    /// <exception cref="FormatException">It is not in E.164 form after all.</exception>
    public static Msisdn Parse(string text) =>
        TryParse(text, out var msisdn) ? msisdn : throw new FormatException("This text is not an E.164 number.");

    public override string ToString() => Masked;
}
