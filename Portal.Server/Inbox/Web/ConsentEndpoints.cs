using Portal.Server.Inbox.Pages;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Delivery;
using Portal.Shared.Inbox;

namespace Portal.Server.Inbox.Web;

internal static class ConsentEndpoints
{
    private const string Path = InboxPaths.Home + "/consents";

    /// <summary>Names the source of a consent's change in its proof.</summary>
    private const string Source = "inbox";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var inbox = routes.MapGroup(Path).AllowAnonymous().ExcludeFromDescription();
        inbox.MapGet("/", ShowAsync);
        inbox.MapPost("/", (HttpContext http, InboxRequest request, ISubscriberDirectory subscribers) =>
            ChangeAsync(http, request, (id, form) => SwitchAsync(subscribers, id, form, http.RequestAborted)));
        inbox.MapPost("/stop", (HttpContext http, InboxRequest request, ISubscriberDirectory subscribers) =>
            ChangeAsync(http, request, (id, _) => subscribers.WithdrawAllAsync(id, Source, http.RequestAborted)));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, InboxRequest request) =>
        await request.SignedInAsync(http) is { } known
            ? ConsentPage.Of(known.Texts, known.Visitor.FormToken, known.Person.Consents)
            : SeeOther.To($"{InboxPaths.Home}/sign-in");

    private static async Task<IResult> ChangeAsync(
        HttpContext http, InboxRequest request, Func<long, IFormCollection, Task> change)
    {
        if (await request.SignedInAsync(http) is not { } known)
        {
            return SeeOther.To($"{InboxPaths.Home}/sign-in");
        }

        if (await InboxRequest.FormAsync(http) is not { } form || !InboxRequest.IsOurs(form, known.Visitor))
        {
            return SignInPages.Refused(known.Texts);
        }

        await change(known.Visitor.SubscriberId, form);
        return SeeOther.To(Path);
    }

    private static Task SwitchAsync(
        ISubscriberDirectory subscribers,
        long subscriberId,
        IFormCollection form,
        CancellationToken cancellationToken) =>
        Enum.TryParse<Channel>(form["channel"].ToString(), out var channel) && Enum.IsDefined(channel)
            ? subscribers.SetConsentAsync(subscriberId, channel, form["on"] == "1", Source, cancellationToken)
            : Task.CompletedTask;
}
