using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Server.Platform.Database;
using Portal.Server.Profiles.Domain;

namespace Portal.Server.Profiles.Persistence;

/// <summary>Prepared statements, row by row: on SQLite a statement is a function call into the same process.</summary>
internal sealed class SqliteStatisticsStore : IStatisticsStore
{
    private const string AddStatistic = """
        INSERT INTO statistics (subscriber_id, month, category_id, count, amount_minor)
        VALUES ($subscriber, $month, $category, $count, $amount)
        ON CONFLICT (subscriber_id, month, category_id) DO UPDATE
        SET count = count + excluded.count, amount_minor = amount_minor + excluded.amount_minor
        """;

    private const string DropStatistic = """
        DELETE FROM statistics
        WHERE subscriber_id = $subscriber AND month = $month AND category_id = $category
            AND count = 0 AND amount_minor = 0
        """;

    private const string AddActivity = """
        INSERT INTO activity (subscriber_id, day, hour, outlet_id, category_id, merchant_id, count, amount_minor)
        VALUES ($subscriber, $day, $hour, $outlet, $category, $merchant, $count, $amount)
        ON CONFLICT (subscriber_id, day, hour, outlet_id, category_id) DO UPDATE
        SET count = count + excluded.count, amount_minor = amount_minor + excluded.amount_minor
        """;

    private const string DropActivity = """
        DELETE FROM activity
        WHERE subscriber_id = $subscriber AND day = $day AND hour = $hour AND outlet_id = $outlet
            AND category_id = $category AND count = 0 AND amount_minor = 0
        """;

    public Task AddAsync(
        PortalDbContext database,
        IReadOnlyList<StatisticRow> statistics,
        IReadOnlyList<ActivityRow> activity,
        CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)database.Database.GetDbConnection();
        var transaction = (SqliteTransaction)database.Database.CurrentTransaction!.GetDbTransaction();
        Write(connection, transaction, statistics);
        Write(connection, transaction, activity);
        return Task.CompletedTask;
    }

    private static void Write(
        SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<StatisticRow> rows)
    {
        using var add = Command(
            connection, transaction, AddStatistic, "$subscriber", "$month", "$category", "$count", "$amount");
        using var drop = Command(connection, transaction, DropStatistic, "$subscriber", "$month", "$category");
        foreach (var row in rows)
        {
            Run(add, row.SubscriberId, row.Month, row.CategoryId, row.Count, row.AmountMinor);
            if (row.Count < 0)
            {
                Run(drop, row.SubscriberId, row.Month, row.CategoryId);
            }
        }
    }

    private static void Write(
        SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<ActivityRow> rows)
    {
        using var add = Command(
            connection, transaction, AddActivity, "$subscriber", "$day", "$hour", "$outlet", "$category", "$merchant",
            "$count", "$amount");
        using var drop = Command(
            connection, transaction, DropActivity, "$subscriber", "$day", "$hour", "$outlet", "$category");
        foreach (var row in rows)
        {
            Run(
                add, row.SubscriberId, row.Day, row.Hour, row.OutletId, row.CategoryId, row.MerchantId, row.Count,
                row.AmountMinor);
            if (row.Count < 0)
            {
                Run(drop, row.SubscriberId, row.Day, row.Hour, row.OutletId, row.CategoryId);
            }
        }
    }

    private static SqliteCommand Command(
        SqliteConnection connection, SqliteTransaction transaction, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The texts are this class's own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name, SqliteType = SqliteType.Integer });
        }

        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<long> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }
}
