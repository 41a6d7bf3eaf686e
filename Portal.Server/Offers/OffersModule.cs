namespace Portal.Server.Offers;

/// <summary>Promotions, and which of them is offered to whom and why [0040-0043].</summary>
internal static class OffersModule
{
    public static void AddOffers(this IServiceCollection services, IConfiguration configuration)
    {
    }

    public static void MapOffers(this IEndpointRouteBuilder routes)
    {
    }
}
