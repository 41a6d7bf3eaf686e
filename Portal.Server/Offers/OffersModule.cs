using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Offers.Browse;
using Portal.Server.Offers.Contracts;
using Portal.Server.Offers.Counting;
using Portal.Server.Offers.Matching;
using Portal.Server.Offers.Promotions;
using Portal.Server.Offers.Reading;
using Portal.Server.Offers.Redeeming;
using Portal.Server.Platform;

namespace Portal.Server.Offers;

/// <summary>Promotions, and which of them is offered to whom and why [0040-0043].</summary>
internal static class OffersModule
{
    public static void AddOffers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<OffersOptions>(OffersOptions.Section);
        services.AddSingleton<CompiledPromotions>();
        services.AddSingleton<OutletMap>();
        services.AddScoped<PromotionCatalogue>();
        services.AddScoped<PromotionViews>();
        services.AddScoped<CapReader>();
        services.AddScoped<CounterUpdates>();
        services.AddScoped<AudienceCounter>();
        services.AddScoped<WaterfallFactory>();
        services.AddScoped<BatchReader>();
        services.AddScoped<BatchWriter>();
        services.AddScoped<OfferEndings>();
        services.AddScoped<OfferSweep>();
        services.AddScoped<IOffersForSubscriber, SubscriberOffers>();
        services.AddScoped<IOffersForDelivery, OpenOffers>();
        services.AddScoped<OfferCounts>();
        services.AddScoped<IOfferCounts>(provider => provider.GetRequiredService<OfferCounts>());
        services.AddScoped<IOfferExport>(provider => provider.GetRequiredService<OfferCounts>());
        services.TryAddScoped<IDeliveryOutbox, NoDelivery>();
        services.AddProjection<OfferMatching>(OfferMatching.Name);
        services.AddHostedService<OfferExpiry>();
    }

    public static void MapOffers(this IEndpointRouteBuilder routes)
    {
        PromotionEndpoints.Map(routes);
        OfferEndpoints.Map(routes);
    }
}
