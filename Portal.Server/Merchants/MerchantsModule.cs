using System.Security.Claims;
using MediatR;
using Portal.Server.Merchants.Browse;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Merchants.CreateMerchant;
using Portal.Server.Merchants.CreateOutlet;
using Portal.Server.Merchants.Persistence;
using Portal.Server.Platform.Http;
using Portal.Shared.Http;
using Portal.Shared.Merchants;
using MerchantRequest = Portal.Shared.Merchants.CreateMerchant;
using OutletRequest = Portal.Shared.Merchants.CreateOutlet;

namespace Portal.Server.Merchants;

/// <summary>Businesses and their places.</summary>
internal static class MerchantsModule
{
    public static void AddMerchants(this IServiceCollection services) =>
        services.AddScoped<IMerchantDirectory, MerchantDirectory>();

    public static void MapMerchants(this IEndpointRouteBuilder routes)
    {
        var merchants = routes.MapGroup("/api/v1/merchants").WithTags("Merchants");
        merchants.MapGet("/", BrowseMerchantsAsync)
            .RequireAuthorization(Policies.Portal)
            .Produces<Page<MerchantView>>()
            .WithSummary("Lists merchants; a merchant sees itself.");
        merchants.MapPost("/", CreateMerchantAsync)
            .RequireAuthorization(Policies.Operator)
            .Produces<MerchantView>(StatusCodes.Status201Created)
            .WithSummary("Registers a merchant.");

        var outlets = routes.MapGroup("/api/v1/outlets").WithTags("Outlets");
        outlets.MapGet("/", BrowseOutletsAsync)
            .RequireAuthorization(Policies.Portal)
            .Produces<Page<OutletView>>()
            .WithSummary("Lists outlets, all or of one merchant.");
        outlets.MapPost("/", CreateOutletAsync)
            .RequireAuthorization(Policies.Portal)
            .Produces<OutletView>(StatusCodes.Status201Created)
            .WithSummary("Registers an outlet.");
    }

    private static async Task<IResult> BrowseMerchantsAsync(
        string? cursor, int? limit, ClaimsPrincipal user, IMediator mediator, CancellationToken cancellationToken)
    {
        var paging = Paging.From(cursor, limit);
        return paging.IsSuccess
            ? (await mediator.Send(new BrowseMerchantsQuery(Caller.Of(user), paging.Value), cancellationToken)).ToHttp()
            : paging.Error.ToHttp();
    }

    private static async Task<IResult> BrowseOutletsAsync(
        int? merchantId,
        string? cursor,
        int? limit,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        var paging = Paging.From(cursor, limit);
        if (!paging.IsSuccess)
        {
            return paging.Error.ToHttp();
        }

        var query = new BrowseOutletsQuery(Caller.Of(user), merchantId, paging.Value);
        return (await mediator.Send(query, cancellationToken)).ToHttp();
    }

    private static async Task<IResult> CreateMerchantAsync(
        MerchantRequest body, IMediator mediator, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new CreateMerchantCommand(body.Code, body.Name), cancellationToken);
        return outcome.ToHttp(merchant => Results.Created($"/api/v1/merchants/{merchant.Id}", merchant));
    }

    private static async Task<IResult> CreateOutletAsync(
        OutletRequest body, ClaimsPrincipal user, IMediator mediator, CancellationToken cancellationToken)
    {
        var command = new CreateOutletCommand(
            Caller.Of(user), body.MerchantId, body.Code, body.Name, body.District, body.Latitude, body.Longitude);
        var outcome = await mediator.Send(command, cancellationToken);
        return outcome.ToHttp(outlet => Results.Created($"/api/v1/outlets/{outlet.Id}", outlet));
    }
}
