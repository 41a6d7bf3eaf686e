using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Portal.Server.Offers.Contracts;
using Portal.Server.Platform;
using Portal.Server.Platform.Time;
using Portal.Shared.Inbox;
using Portal.Shared.Offers;

namespace Portal.Server.Inbox.Pages;

/// <summary>The pages that show offers.</summary>
internal sealed class OfferPages(OperatorClock clock, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Bytes of list on one page: with head, style and headers it stays under the 14,600 of one initial TCP window
    /// (RFC 6928: ten segments of 1,460).
    /// </summary>
    private const int ListBytes = 8_200;

    public Page List(InboxTexts texts, string formToken, IReadOnlyList<InboxOffer> offers, int skip)
    {
        var (rows, shown) = Fill(texts, offers, skip);
        var more = shown < offers.Count
            ? Html.Of($"""<p><a href="{InboxPaths.Home}?skip={shown}" accesskey="6">{texts.More}</a></p>""")
            : Html.Empty;
        return new Page(texts, texts.Title, Html.Of($"{rows}{more}"), formToken);
    }

    public Page Detail(InboxTexts texts, InboxOffer offer, string dismissPath, string? formToken)
    {
        var open = offer.State == OfferState.Open;
        var body = Html.Of($"""
            <div class="card"><p class="from">{offer.MerchantName ?? texts.Operator}</p><h1>{offer.Title}</h1>
            {Gives(texts, offer)}
            <p>{offer.Text}</p>
            <p class="note">{(open ? $"{texts.Until} {Day(texts, offer.ValidUntil)}" : texts.Name(offer.State))}</p>
            {(open ? Till(texts, offer) : Html.Empty)}</div>
            <div class="card"><b>{texts.Terms}</b><p class="note">{Terms(texts, offer)}</p></div>
            {Why(texts, offer)}
            {(open ? Page.PostButton(dismissPath, formToken, texts.Dismiss, "plain") : Html.Empty)}
            <p><a href="{InboxPaths.Home}" accesskey="1">{texts.Back}</a></p>
            """);
        return new Page(texts, offer.Title, body, formToken);
    }

    private (Html Rows, int Shown) Fill(InboxTexts texts, IReadOnlyList<InboxOffer> offers, int skip)
    {
        var (rows, bytes, index) = (new List<Html>(), 0, skip);
        for (bool? wasOpen = null; index < offers.Count; index++)
        {
            var offer = offers[index];
            var open = offer.State == OfferState.Open;
            var row = open == wasOpen
                ? Row(texts, offer)
                : Html.Of($"<h2>{(open ? texts.Open : texts.Past)}</h2>{Row(texts, offer)}");
            bytes += Encoding.UTF8.GetByteCount(row.Markup);
            if (bytes > ListBytes && index > skip)
            {
                break;
            }

            rows.Add(row);
            wasOpen = open;
        }

        if (skip == 0 && (offers.Count == 0 || offers[0].State != OfferState.Open))
        {
            rows.Insert(0, Html.Of($"""<p class="card">{texts.NothingOpen}</p>"""));
        }

        return (Html.Join(rows), index);
    }

    private Html Row(InboxTexts texts, InboxOffer offer)
    {
        var open = offer.State == OfferState.Open;
        var note = open ? $"{texts.Until} {Day(texts, offer.ValidUntil)}" : texts.Name(offer.State);
        return Html.Of($"""
            <a class="{(open ? "card" : "card past")}" href="{InboxPaths.Home}/offers/{offer.Id}">
            <span class="from">{offer.MerchantName ?? texts.Operator}</span><b>{offer.Title}</b>
            {Gives(texts, offer)}<span class="note">{note}</span></a>

            """);
    }

    private Html Gives(InboxTexts texts, InboxOffer offer) =>
        texts.Gives(offer.Benefit, Money(offer.Benefit.Value)) is { Length: > 0 } gives
            ? Html.Of($"""<span class="gives">{gives}</span><br/>""")
            : Html.Empty;

    private static Html Till(InboxTexts texts, InboxOffer offer) => Html.Of($"""
        <div class="till"><p class="note">{texts.ShowAtTill}</p><p class="code">{offer.Code}</p>
        {QrPicture.Of(offer.Code)}</div>
        """);

    private string Terms(InboxTexts texts, InboxOffer offer)
    {
        var minimum = offer.MinAmountMinor > 0 ? texts.MinimumSpend(Money(offer.MinAmountMinor)) + " " : "";
        return $"{minimum}{texts.OneUse} {texts.Until} {Day(texts, offer.ValidUntil)}";
    }

    private static Html Why(InboxTexts texts, InboxOffer offer) => offer.Why.Count == 0
        ? Html.Empty
        : Html.Of($"""
            <div class="card"><b>{texts.Why}</b>
            <ul class="note">{Html.Join(offer.Why.Select(why => Html.Of($"<li>{why}</li>")))}</ul></div>
            """);

    private string Day(InboxTexts texts, DateTimeOffset instant) => texts.Day(clock.Local(instant));

    private string Money(long minor)
    {
        var amount = (minor / 100m).ToString(minor % 100 == 0 ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);
        return portal.Value.Currency == "CNY" ? $"¥{amount}" : $"{portal.Value.Currency} {amount}";
    }
}
