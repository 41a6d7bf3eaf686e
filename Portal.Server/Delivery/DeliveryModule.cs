namespace Portal.Server.Delivery;

/// <summary>Carries offers to phones [0044], and keeps what became of each attempt.</summary>
internal static class DeliveryModule
{
    public static void AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
    }

    public static void MapDelivery(this IEndpointRouteBuilder routes)
    {
    }
}
