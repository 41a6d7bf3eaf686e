using Portal.Server.Delivery.Replies;
using Portal.Shared.Delivery;

namespace Portal.Tests.Server.Delivery;

public sealed class ReplyKeywordsTests
{
    [Theory]
    [InlineData("STOP", ReplyMeaning.Stop)]
    [InlineData(" stop. ", ReplyMeaning.Stop)]
    [InlineData("Stop!!!", ReplyMeaning.Stop)]
    [InlineData("\"STOP\"", ReplyMeaning.Stop)]
    [InlineData("S T O P", ReplyMeaning.Stop)]
    [InlineData("ＳＴＯＰ", ReplyMeaning.Stop)]
    [InlineData("STOP sending me this", ReplyMeaning.Stop)]
    [InlineData("stop\n--\nSent from my phone", ReplyMeaning.Stop)]
    [InlineData("unsubscribe", ReplyMeaning.Stop)]
    [InlineData("T", ReplyMeaning.Stop)]
    [InlineData("ｔｄ", ReplyMeaning.Stop)]
    [InlineData("TD。", ReplyMeaning.Stop)]
    [InlineData("退订", ReplyMeaning.Stop)]
    [InlineData("【退订】", ReplyMeaning.Stop)]
    [InlineData("退订！谢谢", ReplyMeaning.Stop)]
    [InlineData("start", ReplyMeaning.Start)]
    [InlineData("ＳＴＡＲＴ", ReplyMeaning.Start)]
    [InlineData("help?", ReplyMeaning.Help)]
    [InlineData("？", ReplyMeaning.Help)]
    [InlineData("Stopover in Paris?", ReplyMeaning.Other)]
    [InlineData("Thanks", ReplyMeaning.Other)]
    [InlineData("Where is it?", ReplyMeaning.Other)]
    public void A_reply_means_what_people_mean_by_it(string text, ReplyMeaning meaning) =>
        Assert.Equal(meaning, ReplyKeywords.Understand(text));
}
