using System.Text;
using CsCheck;
using Portal.Server.Delivery.Text;
using Portal.Shared.Delivery;

namespace Portal.Tests.Server.Delivery;

public sealed class SmsTextTests
{
    [Theory]
    [InlineData("hellohello", "E8329BFD4697D9EC37")]
    [InlineData("Toolkit Test 3", "D4F79BBD4ED341D4F29C0E9A01")]
    [InlineData("1234567", "31D98C56B3DD00")]
    [InlineData("@", "00")]
    [InlineData("€", "9B32")]
    public void Septets_are_packed_as_published_vectors_say(string text, string octets) =>
        Assert.Equal(octets, Convert.ToHexString(Gsm7Alphabet.Pack(Gsm7Alphabet.Encode(text))));

    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData(']', 80, 1)]
    [InlineData(']', 81, 2)]
    [InlineData(']', 152, 2)]
    [InlineData(']', 153, 3)]
    [InlineData('退', 70, 1)]
    [InlineData('退', 71, 2)]
    [InlineData('退', 134, 2)]
    [InlineData('退', 135, 3)]
    public void A_text_takes_as_many_parts_as_the_standard_says(char character, int length, int parts) =>
        Assert.Equal(parts, SmsText.Of(new string(character, length)).Segments);

    [Theory]
    [InlineData("{}[]~^\\|€ é£@$", TextEncoding.Gsm7)]
    [InlineData("ΔΦΓΛΩΠΨΣΘΞ", TextEncoding.Gsm7)]
    [InlineData("ç", TextEncoding.Ucs2)]
    [InlineData("`", TextEncoding.Ucs2)]
    [InlineData("充50送10元", TextEncoding.Ucs2)]
    public void The_alphabet_is_chosen_by_the_characters(string text, TextEncoding encoding) =>
        Assert.Equal(encoding, SmsText.Of(text).Encoding);

    [Fact]
    public void The_default_alphabet_has_127_characters_beside_the_escape() =>
        Assert.Equal(127 + 10, Enumerable.Range(0, 0x10000).Count(code => Gsm7Alphabet.SeptetsOf((char)code) > 0));

    [Fact]
    public void A_surrogate_pair_is_not_split() =>
        Assert.Equal([66, 67], SmsText.Of(new string('a', 66) + "😀" + new string('b', 65)).Parts.Select(part => part.Length));

    [Fact]
    public void Any_text_comes_back_whole_from_parts_that_fit()
    {
        string[] pieces = ["a", "]", "€", " ", "\f", "退", "😀"];
        var texts = Gen.Int[5, pieces.Length].SelectMany(kinds =>
            Gen.Int[0, kinds - 1].Select(i => pieces[i]).Array[0, 400].Select(string.Concat));
        texts.Sample(text =>
        {
            var sms = SmsText.Of(text);
            var limit = sms.Encoding == TextEncoding.Gsm7 ? 153 : 67;
            return string.Concat(sms.Parts) == text
                && (sms.Segments == 1 || sms.Parts.All(part => Units(part, sms.Encoding) <= limit))
                && sms.Parts.All(part => part.Length == 0 || !char.IsLowSurrogate(part[0]))
                && sms.Bytes <= 140 * sms.Segments;
        });
    }

    [Fact]
    public void A_long_offer_is_cut_but_keeps_its_link_and_the_way_out()
    {
        var text = OfferMessage.Compose(Channel.Sms, "zh-CN", "好再来", string.Concat(Enumerable.Repeat("满减😀", 300)),
            "http://localhost:5080/o/abc", maxSegments: 3);

        Assert.Equal(3, SmsText.Of(text).Segments);
        Assert.EndsWith("... http://localhost:5080/o/abc 回复TD退订", text, StringComparison.Ordinal);
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void An_offer_says_who_speaks_where_it_is_and_how_to_end_it() => Assert.Equal(
        "[Cafe] Two for one http://x/o/t Reply STOP to end",
        OfferMessage.Compose(Channel.Sms, "en", "Cafe", "Two\r\nfor  one", "http://x/o/t", 4));

    private static int Units(string part, TextEncoding encoding) =>
        encoding == TextEncoding.Gsm7 ? part.Sum(Gsm7Alphabet.SeptetsOf) : part.Length;
}
