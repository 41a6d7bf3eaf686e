using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Portal.Server.Inbox.Pages;

/// <summary>
/// A piece of well-formed XHTML. It is only made from interpolated literals, and every text put into one is encoded: an
/// offer that contains markup shows as it was typed.
/// </summary>
internal readonly record struct Html(string Markup)
{
    public static readonly Html Empty = new("");

    public static Html Of(HtmlLiteral literal) => new(literal.ToString());

    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Markup)));

    public override string ToString() => Markup ?? "";
}

/// <summary>Encodes what is interpolated; only an <see cref="Html"/> goes in as it is.</summary>
[InterpolatedStringHandler]
internal sealed class HtmlLiteral(int literalLength, int formattedCount)
{
    // Chinese stays as it is: three bytes a character instead of eight.
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _markup = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => _markup.Append(literal);

    public void AppendFormatted(Html html) => _markup.Append(html.Markup);

    public void AppendFormatted(string? text) => _markup.Append(_encoder.Encode(Printable(text ?? "")));

    public void AppendFormatted(int number) => _markup.Append(number);

    public void AppendFormatted(Guid id) => _markup.Append(id.ToString());

    public override string ToString() => _markup.ToString();

    /// <summary>XML 1.0 has no place for control characters, not even encoded.</summary>
    private static string Printable(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character))
        : text;
}
