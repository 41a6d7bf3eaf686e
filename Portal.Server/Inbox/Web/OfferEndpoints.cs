using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Portal.Server.Inbox.Pages;
using Portal.Server.Inbox.SignIn;
using Portal.Server.Offers.Contracts;
using Portal.Shared.Inbox;
using Portal.Shared.Offers;

namespace Portal.Server.Inbox.Web;

internal static class OfferEndpoints
{
    /// <summary>Offers that the inbox keeps in reach; older ones are history of interest to nobody.</summary>
    private const int MaxOffers = 200;

    /// <summary>No token is that long: nothing longer is looked for.</summary>
    private const int MaxTokenLength = 64;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var inbox = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        inbox.MapGet(InboxPaths.Home, ListAsync);
        inbox.MapGet($"{InboxPaths.Home}/offers/{{id:guid}}", ShowAsync);
        inbox.MapPost($"{InboxPaths.Home}/offers/{{id:guid}}/dismiss", DismissAsync);
        inbox.MapGet(InboxPaths.OfferLink + "{token}", ShowByTokenAsync);
        inbox.MapPost(InboxPaths.OfferLink + "{token}/dismiss", DismissByTokenAsync);
        inbox.MapGet($"{InboxPaths.Home}/{{**rest}}", (HttpContext http) =>
            SignInPages.NotFound(InboxRequest.TextsOf(http)));
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, int? skip, InboxRequest request, [FromServices] IOffersForSubscriber offers, OfferPages pages)
    {
        if (await request.SignedInAsync(http) is not { } known)
        {
            return SeeOther.To($"{InboxPaths.Home}/sign-in");
        }

        var list = await offers.ListAsync(known.Visitor.SubscriberId, MaxOffers, http.RequestAborted);
        return pages.List(known.Texts, known.Visitor.FormToken, list, Math.Clamp(skip ?? 0, 0, list.Count));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, Guid id, InboxRequest request, [FromServices] IOffersForSubscriber offers, OfferPages pages)
    {
        if (await request.SignedInAsync(http) is not { } known)
        {
            return SeeOther.To($"{InboxPaths.Home}/sign-in");
        }

        if (await offers.FindAsync(known.Visitor.SubscriberId, id, http.RequestAborted) is not { } offer)
        {
            return SignInPages.NotFound(known.Texts);
        }

        await offers.MarkViewedAsync(known.Visitor.SubscriberId, [id], http.RequestAborted);
        return pages.Detail(
            known.Texts, offer, $"{InboxPaths.Home}/offers/{id}/dismiss", known.Visitor.FormToken);
    }

    private static async Task<IResult> DismissAsync(
        HttpContext http, Guid id, InboxRequest request, [FromServices] IOffersForSubscriber offers)
    {
        if (await request.SignedInAsync(http) is not { } known)
        {
            return SeeOther.To($"{InboxPaths.Home}/sign-in");
        }

        if (await InboxRequest.FormAsync(http) is not { } form || !InboxRequest.IsOurs(form, known.Visitor))
        {
            return SignInPages.Refused(known.Texts);
        }

        await offers.DismissAsync(known.Visitor.SubscriberId, id, http.RequestAborted);
        return SeeOther.To(InboxPaths.Home);
    }

    /// <summary>Opens this offer and nothing else: who has the message has the link.</summary>
    private static async Task<IResult> ShowByTokenAsync(
        HttpContext http,
        string token,
        [FromServices] IOffersForSubscriber offers,
        OfferPages pages,
        Throttle throttle,
        IOptions<InboxOptions> options)
    {
        if (await FindAsync(http, token, offers, throttle, options.Value) is not { } offer)
        {
            return SignInPages.NotFound(InboxRequest.TextsOf(http));
        }

        await offers.MarkViewedAsync(offer.SubscriberId, [offer.Id], http.RequestAborted);
        var path = $"{InboxPaths.OfferLink}{offer.Token}/dismiss";
        return pages.Detail(InboxTexts.For(offer.Language), offer, path, formToken: null);
    }

    /// <summary>The token in the address is what another site would need to know to post this.</summary>
    private static async Task<IResult> DismissByTokenAsync(
        HttpContext http,
        string token,
        [FromServices] IOffersForSubscriber offers,
        Throttle throttle,
        IOptions<InboxOptions> options)
    {
        if (await FindAsync(http, token, offers, throttle, options.Value) is not { } offer)
        {
            return SignInPages.NotFound(InboxRequest.TextsOf(http));
        }

        await offers.DismissAsync(offer.SubscriberId, offer.Id, http.RequestAborted);
        return SeeOther.To($"{InboxPaths.OfferLink}{offer.Token}");
    }

    /// <summary>
    /// Null also when the offer's time is over, and for an address that has tried too many unknown tokens. A link that
    /// is merely old does not count as a try: many phones share one address.
    /// </summary>
    private static async Task<InboxOffer?> FindAsync(
        HttpContext http, string token, IOffersForSubscriber offers, Throttle throttle, InboxOptions options)
    {
        const string What = "link-from";
        var (address, limit) = (InboxRequest.AddressOf(http), options.MaxGuessesPerAddress);
        if (await throttle.IsExhaustedAsync(What, address, limit, http.RequestAborted))
        {
            return null;
        }

        var offer = token.Length > MaxTokenLength ? null : await offers.FindByTokenAsync(token, http.RequestAborted);
        if (offer is null)
        {
            await throttle.AdmitAsync(What, address, limit, http.RequestAborted);
        }

        return offer is { State: OfferState.Expired or OfferState.Withdrawn } ? null : offer;
    }
}
