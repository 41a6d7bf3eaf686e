using MediatR;
using Portal.Server.Delivery.Browse;
using Portal.Server.Delivery.Contracts;
using Portal.Server.Delivery.Gateways;
using Portal.Server.Delivery.Queueing;
using Portal.Server.Delivery.Receipts;
using Portal.Server.Delivery.Sending;
using Portal.Server.Delivery.Simulator;
using Portal.Server.Offers.Contracts;
using Portal.Server.Platform;
using Portal.Server.Platform.Http;
using Portal.Shared.Delivery;
using Portal.Shared.Http;

namespace Portal.Server.Delivery;

/// <summary>Carries offers to phones [0044], and keeps what became of each attempt.</summary>
internal static class DeliveryModule
{
    public static void AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<DeliveryOptions>(DeliveryOptions.Section);
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<IChannelGateway, HandsetGateway>();
        services.AddSingleton<ChannelGateways>();
        services.AddScoped<IDeliveryOutbox, DeliveryOutbox>();
        services.AddScoped<IServiceMessages, ServiceMessages>();
        services.AddScoped<IDeliveryCounts, DeliveryCounts>();
        services.AddScoped<SendingPolicy>();
        services.AddScoped<MessageText>();
        services.AddScoped<DeliveryClaims>();
        services.AddScoped<HandOver>();
        services.AddScoped<OutcomeBook>();
        services.AddScoped<ReceiptBook>();
        services.AddScoped<KeepReply>();
        services.AddSingleton<DeliveryWorkers>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryWorkers>());
        services.AddHostedService<HandsetNetwork>();
    }

    public static void MapDelivery(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/deliveries", BrowseAsync)
            .WithTags("Deliveries")
            .RequireAuthorization(Policies.Operator)
            .Produces<Page<DeliveryView>>()
            .WithSummary("Lists deliveries, newest first, with why one is held, was refused or failed.");
        HandsetEndpoints.Map(routes);
    }

    private static async Task<IResult> BrowseAsync(
        string? state,
        string? channel,
        Guid? offerId,
        long? subscriberId,
        int? promotionId,
        string? cursor,
        int? limit,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        var paging = Paging.From(cursor, limit);
        var stateError = QueryEnum.Read<DeliveryState>("state", state, out var wantedState);
        var channelError = QueryEnum.Read<Channel>("channel", channel, out var wantedChannel);
        if ((paging.Error ?? stateError ?? channelError) is { } error)
        {
            return error.ToHttp();
        }

        var filter = new DeliveryFilter(wantedState, wantedChannel, offerId, subscriberId, promotionId);
        return (await mediator.Send(new BrowseDeliveriesQuery(filter, paging.Value), cancellationToken)).ToHttp();
    }
}
