using Portal.Shared.Delivery;
using Portal.Shared.Inbox;

namespace Portal.Server.Inbox.Pages;

/// <summary>Where offers may reach somebody, each with one button.</summary>
internal static class ConsentPage
{
    private const string Path = InboxPaths.Home + "/consents";

    public static Page Of(InboxTexts texts, string formToken, Func<Channel, bool> consents)
    {
        var rows = Enum.GetValues<Channel>().Select(channel => Row(texts, formToken, channel, consents(channel)));
        var any = Enum.GetValues<Channel>().Any(consents);
        var body = Html.Of($"""
            <div class="card"><h1>{texts.Settings}</h1><p class="note">{texts.SettingsHint}</p>
            {Html.Join(rows)}
            {(any ? Page.PostButton($"{Path}/stop", formToken, texts.StopAll, "plain") : Html.Empty)}</div>
            <p><a href="{InboxPaths.Home}" accesskey="1">{texts.Back}</a></p>
            """);
        return new Page(texts, texts.Settings, body, formToken);
    }

    private static Html Row(InboxTexts texts, string formToken, Channel channel, bool on) => Html.Of($"""
        <form method="post" action="{Path}" class="row"><input type="hidden" name="t" value="{formToken}"/>
        <input type="hidden" name="channel" value="{channel.ToString()}"/>
        <input type="hidden" name="on" value="{(on ? "0" : "1")}"/>
        <button type="submit" class="plain small">{(on ? texts.TurnOff : texts.TurnOn)}</button>
        {texts.Name(channel)}<span class="note">{(on ? texts.On : texts.Off)}</span></form>

        """);
}
