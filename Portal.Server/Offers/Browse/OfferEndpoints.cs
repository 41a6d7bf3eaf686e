using System.Security.Claims;
using MediatR;
using Portal.Server.Offers.Decisions;
using Portal.Server.Offers.Redeeming;
using Portal.Server.Platform.Http;
using Portal.Shared.Http;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Browse;

/// <summary>Offers, redemptions and decisions over HTTP.</summary>
internal static class OfferEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var offers = routes.MapGroup("/api/v1/offers").WithTags("Offers");
        offers.MapGet("/", BrowseOffersAsync)
            .RequireAuthorization(Policies.Portal)
            .Produces<Page<OfferSummary>>()
            .WithSummary("Lists offers, newest first; a merchant sees its own, and no subscriber.");
        offers.MapGet("/{id:guid}", async (Guid id, IMediator mediator, CancellationToken cancellationToken) =>
            (await mediator.Send(new ShowOfferQuery(id), cancellationToken)).ToHttp())
            .RequireAuthorization(Policies.Operator)
            .Produces<OfferView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Shows an offer with its explanation: rule, values, steps.");

        var redemptions = routes.MapGroup("/api/v1/redemptions").WithTags("Redemptions");
        redemptions.MapGet("/", BrowseRedemptionsAsync)
            .RequireAuthorization(Policies.Portal)
            .Produces<Page<RedemptionView>>()
            .WithSummary("Lists redemptions, newest first; a merchant sees its own, and no subscriber.");
        redemptions.MapPost("/", async (
            RedeemCode body, ClaimsPrincipal user, IMediator mediator, CancellationToken cancellationToken) =>
            (await mediator.Send(new RedeemCodeCommand(Caller.Of(user), body), cancellationToken)).ToHttp())
            .RequireAuthorization(Policies.Redeem)
            .Produces<CodeRedeemed>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Redeems an offer by its code at a till; safe to repeat with the same transactionId.");

        routes.MapGet("/api/v1/decisions", async (
            long subscriberId, string? terminalId, IMediator mediator, CancellationToken cancellationToken) =>
            (await mediator.Send(new DecideQuery(subscriberId, terminalId), cancellationToken)).ToHttp())
            .WithTags("Decisions")
            .RequireAuthorization(Policies.Operator)
            .Produces<IReadOnlyList<DecisionView>>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The best offers for a subscriber now, with reasons; issues nothing.");
    }

    private static async Task<IResult> BrowseOffersAsync(
        int? promotionId,
        long? subscriberId,
        string? state,
        string? cursor,
        int? limit,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        var paging = Paging.From(cursor, limit);
        var unknown = QueryEnum.Read<OfferState>("state", state, out var wanted);
        if ((paging.Error ?? unknown) is { } error)
        {
            return error.ToHttp();
        }

        var filter = new OfferFilter(promotionId, subscriberId, wanted);
        return (await mediator.Send(
            new BrowseOffersQuery(Caller.Of(user), filter, paging.Value), cancellationToken)).ToHttp();
    }

    private static async Task<IResult> BrowseRedemptionsAsync(
        int? promotionId,
        string? cursor,
        int? limit,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        var paging = Paging.From(cursor, limit);
        return paging.IsSuccess
            ? (await mediator.Send(
                new BrowseRedemptionsQuery(Caller.Of(user), promotionId, paging.Value), cancellationToken)).ToHttp()
            : paging.Error.ToHttp();
    }
}
