using MediatR;
using Portal.Server.Platform.Http;
using Portal.Server.Subscribers.Browse;
using Portal.Server.Subscribers.Contracts;
using Portal.Server.Subscribers.CreateBinding;
using Portal.Server.Subscribers.Persistence;
using Portal.Server.Subscribers.SaveSubscriber;
using Portal.Server.Subscribers.SetConsent;
using Portal.Shared.Http;
using Portal.Shared.Subscribers;
using BindingRequest = Portal.Shared.Subscribers.CreateBinding;
using ConsentRequest = Portal.Shared.Subscribers.SetConsent;
using SubscriberRequest = Portal.Shared.Subscribers.SaveSubscriber;

namespace Portal.Server.Subscribers;

/// <summary>The operator's user database [0014]: registration records, consents, and who holds which PaymentId.</summary>
internal static class SubscribersModule
{
    public static void AddSubscribers(this IServiceCollection services)
    {
        services.AddSingleton<IBindingMap, BindingMap>();
        services.AddScoped<ISubscriberDirectory, SubscriberDirectory>();
        services.AddScoped<BindingLog>();
        services.AddScoped<SubscriberWriter>();
    }

    public static void MapSubscribers(this IEndpointRouteBuilder routes)
    {
        var subscribers = routes.MapGroup("/api/v1/subscribers")
            .WithTags("Subscribers").RequireAuthorization(Policies.Operator);
        subscribers.MapGet("/", BrowseAsync)
            .Produces<Page<SubscriberSummary>>()
            .WithSummary("Lists subscribers with masked numbers, or finds one by its number.");
        subscribers.MapGet("/{id:long}", async (long id, IMediator mediator, CancellationToken cancellationToken) =>
            (await mediator.Send(new ShowSubscriberQuery(id), cancellationToken)).ToHttp())
            .Produces<SubscriberView>()
            .WithSummary("Shows a subscriber with its registration record.");
        subscribers.MapPost("/", SaveAsync)
            .Produces<SubscriberView>()
            .Produces<SubscriberView>(StatusCodes.Status201Created)
            .WithSummary("Registers a subscriber, or changes the one that has this number.");
        subscribers.MapPut("/{id:long}/consents", SetConsentAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Grants or withdraws consent to offers on one channel.");

        routes.MapPost("/api/v1/bindings", BindAsync)
            .WithTags("Subscribers").RequireAuthorization(Policies.Operator)
            .Produces<BindingView>(StatusCodes.Status201Created)
            .WithSummary("Binds a PaymentId to a subscriber; what it paid before is attached and counts in full.");
    }

    private static async Task<IResult> BrowseAsync(
        string? msisdn, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken)
    {
        var paging = Paging.From(cursor, limit);
        return paging.IsSuccess
            ? (await mediator.Send(new BrowseSubscribersQuery(msisdn, paging.Value), cancellationToken)).ToHttp()
            : paging.Error.ToHttp();
    }

    private static async Task<IResult> SaveAsync(
        SubscriberRequest body, IMediator mediator, CancellationToken cancellationToken)
    {
        var saved = await mediator.Send(new SaveSubscriberCommand(body, "operator"), cancellationToken);
        if (!saved.IsSuccess)
        {
            return saved.Error.ToHttp();
        }

        var shown = await mediator.Send(new ShowSubscriberQuery(saved.Value.Id), cancellationToken);
        return shown.ToHttp(view => saved.Value.Created
            ? Results.Created($"/api/v1/subscribers/{view.Id}", view)
            : Results.Ok(view));
    }

    private static async Task<IResult> SetConsentAsync(
        long id, ConsentRequest body, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new SetConsentCommand(id, body.Channel, body.Granted, "operator"), cancellationToken))
        .ToHttp(_ => Results.NoContent());

    private static async Task<IResult> BindAsync(
        BindingRequest body, IMediator mediator, CancellationToken cancellationToken)
    {
        var command = new CreateBindingCommand(body.SubscriberId, body.PaymentId, body.ValidFrom);
        return (await mediator.Send(command, cancellationToken))
            .ToHttp(binding => Results.Created($"/api/v1/bindings/{binding.Id}", binding));
    }
}
