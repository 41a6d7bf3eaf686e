using System.Globalization;
using System.Text.Json.Serialization;
using Portal.Tools.Taps;

namespace Portal.Tools.Replay;

/// <summary>
/// A transaction as the portal takes it. The recorded sequence is left out: played from the middle and more than
/// once, the counters would look like lost taps.
/// </summary>
internal sealed record TapPost(
    string Id,
    string TerminalId,
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? OriginalId,
    string PaymentId,
    long AmountMinor,
    string Currency,
    string OccurredAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Category)
{
    public static TapPost From(Tap tap, string suffix, DateTimeOffset stamp) => new(
        tap.Id + suffix,
        tap.TerminalId,
        tap.Kind switch { TapKind.Refund => "refund", TapKind.Reversal => "reversal", _ => "purchase" },
        tap.OriginalId is null ? null : tap.OriginalId + suffix,
        tap.PaymentId,
        tap.AmountMinor,
        tap.Currency,
        stamp.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        tap.Category);
}
