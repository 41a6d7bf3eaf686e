using Portal.Server.Platform.Database;
using Portal.Server.Profiles.Domain;

namespace Portal.Server.Profiles.Persistence;

/// <summary>Adds changes to the two tables within the caller's write transaction; what becomes zero is deleted.</summary>
internal interface IStatisticsStore
{
    Task AddAsync(
        PortalDbContext database,
        IReadOnlyList<StatisticRow> statistics,
        IReadOnlyList<ActivityRow> activity,
        CancellationToken cancellationToken);
}
