namespace Portal.Server.Profiles;

/// <summary>Statistics and profiles: what the ledger says of each subscriber [0037-0041].</summary>
internal static class ProfilesModule
{
    public static void AddProfiles(this IServiceCollection services, IConfiguration configuration)
    {
    }

    public static void MapProfiles(this IEndpointRouteBuilder routes)
    {
    }
}
