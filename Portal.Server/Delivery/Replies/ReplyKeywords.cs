using System.Text;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Replies;

/// <summary>
/// Understands what somebody writes back. Case, full-width forms, spaces and punctuation make no difference: who wants
/// this to stop shall not have to spell it right.
/// </summary>
internal static class ReplyKeywords
{
    private static readonly HashSet<string> _stop = new(StringComparer.Ordinal)
    {
        "STOP", "STOPALL", "STOPALLOFFERS", "STOPPLEASE", "PLEASESTOP", "UNSUBSCRIBE", "UNSUB", "CANCEL", "END", "QUIT",
        "OPTOUT", "REMOVE", "T", "TD", "N", "退", "退订", "退訂", "取消", "停止", "停", "取消订阅", "不要再发",
        "退订短信", "请退订", "拒收", "回复TD退订", "TD退订", "回复T退订", "QX",
    };

    private static readonly HashSet<string> _start = new(StringComparer.Ordinal)
    {
        "START", "UNSTOP", "SUBSCRIBE", "YES", "DY", "订阅", "訂閱", "开始", "恢复",
    };

    private static readonly HashSet<string> _help = new(StringComparer.Ordinal)
    {
        "HELP", "INFO", "帮助", "幫助", "H", "?",
    };

    public static ReplyMeaning Understand(string text)
    {
        var word = Simplify(text);
        if (_stop.Contains(word) || StartsWithStop(text))
        {
            return ReplyMeaning.Stop;
        }

        if (_start.Contains(word))
        {
            return ReplyMeaning.Start;
        }

        return _help.Contains(word) || text.Trim() is "?" or "？" ? ReplyMeaning.Help : ReplyMeaning.Other;
    }

    /// <summary>"STOP sending me this" is meant as it sounds; "Stopover in Paris?" is not.</summary>
    private static bool StartsWithStop(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).TrimStart();
        var end = plain.AsSpan().IndexOfAnyExcept(_letters);
        var first = end < 0 ? plain : plain[..end];
        return first.ToUpperInvariant() is "STOP" or "UNSUBSCRIBE" || plain.StartsWith("退订", StringComparison.Ordinal);
    }

    private static readonly System.Buffers.SearchValues<char> _letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Compatibility forms made plain (full-width Ｔ is T), upper case, letters and digits only.</summary>
    private static string Simplify(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit));
}
