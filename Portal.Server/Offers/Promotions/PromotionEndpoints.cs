using System.Security.Claims;
using MediatR;
using Portal.Server.Offers.Browse;
using Portal.Server.Offers.Counting;
using Portal.Server.Platform.Http;
using Portal.Shared.Http;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Promotions;

/// <summary><c>/api/v1/promotions</c>: a merchant sees and changes its own, the operator all.</summary>
internal static class PromotionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var promotions = routes.MapGroup("/api/v1/promotions")
            .WithTags("Promotions").RequireAuthorization(Policies.Portal);
        MapEditing(promotions);
        MapStatus(promotions);
        promotions.MapPost("/audience", CountAsync)
            .Produces<AudienceCount>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Counts exactly whom a rule fits now; fewer than ten are withheld from merchants.");
        promotions.MapMethods("/{id:int}/audience", [HttpMethods.Get, HttpMethods.Post], CountOfAsync)
            .Produces<AudienceCount>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Counts exactly whom a promotion's rule fits now.");
        promotions.MapGet("/{id:int}/results", ResultsAsync)
            .Produces<PromotionResults>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Shows what became of a promotion, and which step of the waterfall stopped how many.");
        routes.MapGet("/api/v1/promotions/{id:int}/refusals", RefusalsAsync)
            .WithTags("Promotions").RequireAuthorization(Policies.Operator)
            .Produces<Page<RefusalView>>()
            .WithSummary("Lists who was refused, at which step and why.");
    }

    private static void MapEditing(RouteGroupBuilder promotions)
    {
        promotions.MapGet("/", BrowseAsync)
            .Produces<Page<PromotionSummary>>()
            .WithSummary("Lists promotions; a merchant sees its own.");
        promotions.MapGet("/{id:int}", async (
            int id, ClaimsPrincipal user, IMediator mediator, CancellationToken cancellationToken) =>
            (await mediator.Send(new ShowPromotionQuery(Caller.Of(user), id), cancellationToken)).ToHttp())
            .Produces<PromotionView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Shows a promotion with its rules and counters.");
        promotions.MapPost("/", async (
            SavePromotion body, ClaimsPrincipal user, IMediator mediator, CancellationToken cancellationToken) =>
            (await mediator.Send(new SavePromotionCommand(Caller.Of(user), null, body), cancellationToken))
            .ToHttp(view => Results.Created($"/api/v1/promotions/{view.Id}", view)))
            .Produces<PromotionView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Creates a promotion as a draft.");
        promotions.MapPut("/{id:int}", async (
            int id, SavePromotion body, ClaimsPrincipal user, IMediator mediator,
            CancellationToken cancellationToken) =>
            (await mediator.Send(new SavePromotionCommand(Caller.Of(user), id, body), cancellationToken)).ToHttp())
            .Produces<PromotionView>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Gives a promotion a new version; offers that were made keep theirs.");
    }

    private static void MapStatus(RouteGroupBuilder promotions)
    {
        (string Verb, PromotionStatus Status, string Summary)[] moves =
        [
            ("activate", PromotionStatus.Active, "Lets a promotion make offers within its schedule."),
            ("pause", PromotionStatus.Paused, "Makes no offers for now; open ones stay open."),
            ("end", PromotionStatus.Ended, "Makes no offers any more."),
        ];
        foreach (var (verb, status, summary) in moves)
        {
            promotions.MapPost($"/{{id:int}}/{verb}", async (
                int id, ClaimsPrincipal user, IMediator mediator, CancellationToken cancellationToken) =>
                (await mediator.Send(new SetPromotionStatusCommand(Caller.Of(user), id, status), cancellationToken))
                .ToHttp())
                .Produces<PromotionView>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .WithSummary(summary);
        }
    }

    private static async Task<IResult> BrowseAsync(
        string? status,
        string? cursor,
        int? limit,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        var paging = Paging.From(cursor, limit);
        var unknown = QueryEnum.Read<PromotionStatus>("status", status, out var wanted);
        if ((paging.Error ?? unknown) is { } error)
        {
            return error.ToHttp();
        }

        return (await mediator.Send(
            new BrowsePromotionsQuery(Caller.Of(user), wanted, paging.Value), cancellationToken)).ToHttp();
    }

    private static async Task<IResult> CountAsync(
        CountAudience body, ClaimsPrincipal user, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new CountAudienceQuery(Caller.Of(user), body), cancellationToken)).ToHttp();

    private static async Task<IResult> CountOfAsync(
        int id, ClaimsPrincipal user, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new CountPromotionAudienceQuery(Caller.Of(user), id), cancellationToken)).ToHttp();

    private static async Task<IResult> ResultsAsync(
        int id, ClaimsPrincipal user, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ShowResultsQuery(Caller.Of(user), id), cancellationToken)).ToHttp();

    private static async Task<IResult> RefusalsAsync(
        int id, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken)
    {
        var paging = Paging.From(cursor, limit);
        return paging.IsSuccess
            ? (await mediator.Send(new BrowseRefusalsQuery(id, paging.Value), cancellationToken)).ToHttp()
            : paging.Error.ToHttp();
    }
}
