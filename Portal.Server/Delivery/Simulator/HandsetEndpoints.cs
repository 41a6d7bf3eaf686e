using MediatR;
using Microsoft.Extensions.Options;
using Portal.Server.Delivery.Replies;
using Portal.Server.Platform;
using Portal.Server.Platform.Http;
using Portal.Shared.Delivery;
using Portal.Shared.Http;

namespace Portal.Server.Delivery.Simulator;

/// <summary>
/// The page of simulated handsets; demo mode only, because it shows whole messages and acts for subscribers.
/// </summary>
internal static class HandsetEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var handsets = routes.MapGroup("/api/v1/handsets/{subscriberId:long}")
            .WithTags("Handsets (demo)")
            .RequireAuthorization(Policies.Operator)
            .AddEndpointFilter(DemoOnlyAsync);
        handsets.MapGet("/messages", MessagesAsync)
            .Produces<Page<HandsetMessage>>()
            .WithSummary("What a simulated phone received and sent, newest first.");
        handsets.MapPost("/replies", ReplyAsync)
            .Produces<HandsetReplyOutcome>()
            .WithSummary("Sends a short message from a simulated phone: STOP, START, HELP or anything.");
        handsets.MapPost("/taps", TapAsync)
            .Produces<HandsetTapOutcome>()
            .WithSummary("Holds a simulated phone to a terminal; answered when the transaction is in the ledger.");
    }

    private static async ValueTask<object?> DemoOnlyAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var portal = context.HttpContext.RequestServices.GetRequiredService<IOptions<PortalOptions>>();
        return portal.Value.Demo ? await next(context) : DeliveryErrors.NotSimulated().ToHttp();
    }

    private static async Task<IResult> MessagesAsync(
        long subscriberId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken)
    {
        var paging = Paging.From(cursor, limit);
        return paging.IsSuccess
            ? (await mediator.Send(new HandsetMessagesQuery(subscriberId, paging.Value), cancellationToken)).ToHttp()
            : paging.Error.ToHttp();
    }

    private static async Task<IResult> ReplyAsync(
        long subscriberId,
        HandsetReply body,
        IMediator mediator,
        KeepReply replies,
        CancellationToken cancellationToken)
    {
        var received = await mediator.Send(new ReceiveReplyCommand(subscriberId, body.Text), cancellationToken);
        if (received.IsSuccess)
        {
            await replies.KeepAsync(subscriberId, body.Text, cancellationToken);
        }

        return received.ToHttp();
    }

    private static async Task<IResult> TapAsync(
        long subscriberId, HandsetTap body, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new TapHandsetCommand(subscriberId, body.TerminalId, body.AmountMinor), cancellationToken))
        .ToHttp();
}
