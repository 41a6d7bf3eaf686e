using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Database;
using Portal.Server.Profiles.Domain;
using SQLitePCL;

namespace Portal.Server.Profiles.Persistence;

/// <summary>
/// Prepared statements, row by row: on SQLite a statement is a function call into the same process. They run on the
/// context's connection, and so inside its transaction.
/// </summary>
internal sealed class SqliteStatisticsStore : IStatisticsStore
{
    private const string AddStatistic = """
        INSERT INTO statistics (subscriber_id, month, category_id, count, amount_minor)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (subscriber_id, month, category_id) DO UPDATE
        SET count = count + excluded.count, amount_minor = amount_minor + excluded.amount_minor
        """;

    private const string DropStatistic = """
        DELETE FROM statistics
        WHERE subscriber_id = ? AND month = ? AND category_id = ? AND count = 0 AND amount_minor = 0
        """;

    private const string AddActivity = """
        INSERT INTO activity (subscriber_id, day, hour, outlet_id, merchant_id, category_id, count, amount_minor)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (subscriber_id, day, hour, outlet_id, merchant_id, category_id) DO UPDATE
        SET count = count + excluded.count, amount_minor = amount_minor + excluded.amount_minor
        """;

    private const string DropActivity = """
        DELETE FROM activity
        WHERE subscriber_id = ? AND day = ? AND hour = ? AND outlet_id = ? AND merchant_id = ? AND category_id = ?
            AND count = 0 AND amount_minor = 0
        """;

    public Task AddAsync(
        PortalDbContext database,
        IReadOnlyList<StatisticRow> statistics,
        IReadOnlyList<ActivityRow> activity,
        CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)database.Database.GetDbConnection();
        Write(connection.Handle!, statistics);
        Write(connection.Handle!, activity);
        return Task.CompletedTask;
    }

    private static void Write(sqlite3 connection, IReadOnlyList<StatisticRow> rows)
    {
        using var add = new SqliteStatement(connection, AddStatistic);
        using var drop = new SqliteStatement(connection, DropStatistic);
        foreach (var row in rows)
        {
            add.Run(row.SubscriberId, row.Month, row.CategoryId, row.Count, row.AmountMinor);
            if (row.Count < 0)
            {
                drop.Run(row.SubscriberId, row.Month, row.CategoryId);
            }
        }
    }

    private static void Write(sqlite3 connection, IReadOnlyList<ActivityRow> rows)
    {
        using var add = new SqliteStatement(connection, AddActivity);
        using var drop = new SqliteStatement(connection, DropActivity);
        foreach (var row in rows)
        {
            add.Run(
                row.SubscriberId, row.Day, row.Hour, row.OutletId, row.MerchantId, row.CategoryId, row.Count,
                row.AmountMinor);
            if (row.Count < 0)
            {
                drop.Run(row.SubscriberId, row.Day, row.Hour, row.OutletId, row.MerchantId, row.CategoryId);
            }
        }
    }
}
