using MediatR;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Profiles.Levels;
using Portal.Server.Profiles.ListTransactions;
using Portal.Server.Profiles.Persistence;
using Portal.Server.Profiles.Projecting;
using Portal.Server.Profiles.Reading;
using Portal.Server.Profiles.ShowProfile;
using Portal.Server.Profiles.ShowStatistics;
using Portal.Shared.Profiles;

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
        var operators = routes.MapGroup("/api/v1").WithTags("Profiles").RequireAuthorization(Policies.Operator);
        operators.MapGet("/profiles/{subscriberId:long}", async (
            long subscriberId, IMediator mediator, CancellationToken cancellationToken) =>
            (await mediator.Send(new ShowProfileQuery(subscriberId), cancellationToken)).ToHttp())
            .Produces<ProfileView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Shows what is known of a subscriber: registration facts, level, habits, tendencies, the year.");
        operators.MapGet("/subscribers/{id:long}/statistics", async (
            long id, IMediator mediator, CancellationToken cancellationToken) =>
            (await mediator.Send(new ShowStatisticsQuery(id), cancellationToken)).ToHttp())
            .Produces<SubscriberStatistics>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Shows a subscriber's counts and amounts by month and category over the last 13 months.");
        operators.MapGet("/subscribers/{id:long}/transactions", async (
            long id, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
            (await mediator.Send(new ListTransactionsQuery(id, limit), cancellationToken)).ToHttp())
            .Produces<IReadOnlyList<SubscriberTransaction>>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Lists a subscriber's latest transactions, newest first.");
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
