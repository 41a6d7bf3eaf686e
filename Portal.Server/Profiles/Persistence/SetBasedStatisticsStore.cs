using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Database;
using Portal.Server.Profiles.Domain;

namespace Portal.Server.Profiles.Persistence;

/// <summary>The statements that differ between database servers. Each takes one JSON array as its parameter {0}.</summary>
internal interface IStatisticsSql
{
    string AddStatistics { get; }

    /// <summary>Deletes those of the array's rows that are zero now.</summary>
    string DropStatistics { get; }

    string AddActivity { get; }

    /// <summary>Deletes those of the array's rows that are zero now.</summary>
    string DropActivity { get; }
}

/// <summary>Writes on a database server: at most four round trips for a whole batch.</summary>
internal sealed class SetBasedStatisticsStore(IStatisticsSql sql) : IStatisticsStore
{
    public async Task AddAsync(
        PortalDbContext database,
        IReadOnlyList<StatisticRow> statistics,
        IReadOnlyList<ActivityRow> activity,
        CancellationToken cancellationToken)
    {
        await RunAsync(database, sql.AddStatistics, statistics.Select(Json), cancellationToken);
        await RunAsync(database, sql.AddActivity, activity.Select(Json), cancellationToken);
        // Only a row that lost a purchase can have become zero.
        await RunAsync(
            database, sql.DropStatistics, statistics.Where(row => row.Count < 0).Select(Json), cancellationToken);
        await RunAsync(
            database, sql.DropActivity, activity.Where(row => row.Count < 0).Select(Json), cancellationToken);
    }

    private static async Task RunAsync<T>(
        PortalDbContext database, string statement, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        var array = rows.ToList();
        if (array.Count > 0)
        {
            await database.Database.ExecuteSqlRawAsync(statement, [JsonSerializer.Serialize(array)], cancellationToken);
        }
    }

    private static object Json(StatisticRow row) => new
    {
        s = row.SubscriberId,
        m = row.Month,
        c = (int)row.CategoryId,
        n = row.Count,
        a = row.AmountMinor,
    };

    private static object Json(ActivityRow row) => new
    {
        s = row.SubscriberId,
        d = row.Day,
        h = (int)row.Hour,
        o = row.OutletId,
        c = (int)row.CategoryId,
        m = row.MerchantId,
        n = row.Count,
        a = row.AmountMinor,
    };
}
