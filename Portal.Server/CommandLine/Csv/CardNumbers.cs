using System.Text.RegularExpressions;
using Portal.Server.Platform.Privacy;

namespace Portal.Server.CommandLine.Csv;

/// <summary>Takes whatever could be a payment card number out of a text before the text is written anywhere.</summary>
internal static partial class CardNumbers
{
    public const string Removed = "[removed]";

    private const int MinDigits = 13;

    /// <summary>The text, with every run of digits (also grouped ones) that could be a card number removed.</summary>
    public static string Mask(string text) => text.Length < MinDigits
        ? text
        : DigitRun().Replace(text, run => HoldsCard(run.Value) ? Removed : run.Value);

    /// <summary>A number may stand inside a longer run of digits.</summary>
    private static bool HoldsCard(string run)
    {
        for (var from = 0; from <= run.Length - MinDigits; from++)
        {
            for (var to = from + MinDigits; to <= run.Length; to++)
            {
                if (PaymentId.LooksLikeCard(run.AsSpan(from, to - from)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    [GeneratedRegex(@"[0-9](?:[ .:\-]?[0-9]){12,}")]
    private static partial Regex DigitRun();
}
