using System.Security.Claims;
using MediatR;
using Portal.Server.Platform.Http;
using Portal.Server.Terminals.Browse;
using Portal.Server.Terminals.Contracts;
using Portal.Server.Terminals.CreateTerminal;
using Portal.Server.Terminals.Persistence;
using Portal.Server.Terminals.SetStatus;
using Portal.Shared.Categories;
using Portal.Shared.Http;
using Portal.Shared.Terminals;
using StatusRequest = Portal.Shared.Terminals.SetTerminalStatus;
using TerminalRequest = Portal.Shared.Terminals.CreateTerminal;

namespace Portal.Server.Terminals;

/// <summary>Acceptance-terminal management [0008]: which terminals there are, and which may post.</summary>
internal static class TerminalsModule
{
    public static void AddTerminals(this IServiceCollection services) =>
        services.AddSingleton<ITerminalDirectory, TerminalDirectory>();

    public static void MapTerminals(this IEndpointRouteBuilder routes)
    {
        var terminals = routes.MapGroup("/api/v1/terminals").WithTags("Terminals");
        terminals.MapGet("/", BrowseAsync)
            .RequireAuthorization(Policies.Portal)
            .Produces<Page<TerminalView>>()
            .WithSummary("Lists terminals, all or of one outlet.");
        terminals.MapPost("/", CreateAsync)
            .RequireAuthorization(Policies.Portal)
            .Produces<TerminalView>(StatusCodes.Status201Created)
            .WithSummary("Registers a terminal.");
        terminals.MapPut("/{id}/status", SetStatusAsync)
            .RequireAuthorization(Policies.Portal)
            .Produces<TerminalView>()
            .WithSummary("Suspends a terminal, or makes it active again.");

        routes.MapGet("/api/v1/categories", () => ConsumptionCategories.All)
            .AllowAnonymous()
            .WithTags("Categories")
            .Produces<IReadOnlyList<ConsumptionCategory>>()
            .WithSummary("Lists the consumption categories, each with its merchant category codes.");
    }

    private static async Task<IResult> BrowseAsync(
        int? outletId,
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

        var query = new BrowseTerminalsQuery(Caller.Of(user), outletId, paging.Value);
        return (await mediator.Send(query, cancellationToken)).ToHttp();
    }

    private static async Task<IResult> CreateAsync(
        TerminalRequest body, ClaimsPrincipal user, IMediator mediator, CancellationToken cancellationToken)
    {
        var command = new CreateTerminalCommand(Caller.Of(user), body.Id, body.OutletId, body.Kind, body.Category);
        var outcome = await mediator.Send(command, cancellationToken);
        return outcome.ToHttp(terminal => Results.Created($"/api/v1/terminals/{terminal.Id}", terminal));
    }

    private static async Task<IResult> SetStatusAsync(
        string id, StatusRequest body, ClaimsPrincipal user, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SetTerminalStatusCommand(Caller.Of(user), id, body.Status), cancellationToken))
        .ToHttp();
}
