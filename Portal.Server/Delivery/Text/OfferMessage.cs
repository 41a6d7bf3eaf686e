using System.Globalization;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Text;

/// <summary>The words around an offer: who speaks, where it is shown, and how to end this.</summary>
internal static class OfferMessage
{
    /// <summary>Whether a subscriber is written to in Chinese; everybody else in English.</summary>
    public static bool IsChinese(string? language) =>
        language is not null && language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);

    /// <param name="maxSegments">The offer's own text is cut so that not more are needed; link and way out
    /// stay.</param>
    public static string Compose(
        Channel channel, string? language, string speaker, string text, string link, int maxSegments)
    {
        var words = Collapse(text);
        var message = Frame(channel, language, speaker, words, link);
        for (var keep = words.Length; SmsText.Of(message).Segments > maxSegments && keep > 0;)
        {
            keep = Shorter(words, keep);
            message = Frame(channel, language, speaker, words[..keep].TrimEnd() + "...", link);
        }

        return message;
    }

    private static string Frame(Channel channel, string? language, string speaker, string text, string link)
    {
        var chinese = IsChinese(language);
        if (channel == Channel.Voice)
        {
            // Nobody notes down a link that is read out.
            return chinese ? $"{speaker}：{text}。退订请按9。" : $"{speaker}: {text}. Press 9 to stop these calls.";
        }

        return chinese ? $"【{speaker}】{text} {link} 回复TD退订" : $"[{speaker}] {text} {link} Reply STOP to end";
    }

    /// <summary>Where to cut next: ten text elements less, never inside one of them.</summary>
    private static int Shorter(string text, int keep)
    {
        var starts = StringInfo.ParseCombiningCharacters(text[..keep]);
        return starts.Length <= 10 ? 0 : starts[^10];
    }

    /// <summary>One line, no control characters: a message must not be able to look like two.</summary>
    private static string Collapse(string text) => string.Join(
        ' ',
        string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
