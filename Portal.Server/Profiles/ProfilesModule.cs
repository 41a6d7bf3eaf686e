using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform.Database;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Profiles.Levels;
using Portal.Server.Profiles.Persistence;
using Portal.Server.Profiles.Projecting;
using Portal.Server.Profiles.Reading;

namespace Portal.Server.Profiles;

/// <summary>Statistics and profiles: what the ledger says of each subscriber [0037-0041].</summary>
internal static class ProfilesModule
{
    public static void AddProfiles(this IServiceCollection services, IConfiguration configuration)
    {
        AddStore(services, configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite));
        services.AddProjection<StatisticsProjection>(IStatisticsReader.Projection);
        services.AddScoped<StatisticsVerification>();
        services.AddSingleton<LevelScales>();
        services.AddScoped<IProfiles, ProfileReader>();
        services.AddScoped<IStatisticsReader, StatisticsReader>();
    }

    public static void MapProfiles(this IEndpointRouteBuilder routes)
    {
    }

    private static void AddStore(IServiceCollection services, DatabaseProvider provider)
    {
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddSingleton<IStatisticsStore, SqliteStatisticsStore>();
                return;
            case DatabaseProvider.SqlServer:
                services.AddSingleton<IStatisticsSql, SqlServerStatisticsSql>();
                break;
            case DatabaseProvider.Postgres:
                services.AddSingleton<IStatisticsSql, PostgresStatisticsSql>();
                break;
        }

        services.AddSingleton<IStatisticsStore, SetBasedStatisticsStore>();
    }
}
