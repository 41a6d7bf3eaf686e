using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Portal.Server.Platform.Database;

namespace Portal.Bench;

/// <summary>Durable batched posts over HTTP against a bare insert of the same rows into the same table.</summary>
internal static class BatchedPosts
{
    private const int Connections = 8;
    private const int BatchSize = 1_000;
    private const int CommitSize = 5_000;
    private static readonly TimeSpan _time = TimeSpan.FromSeconds(8);

    public static async Task RunAsync()
    {
        await using var portal = await BenchPortal.StartAsync(Projections.Remove);
        await RoundAsync(portal, "warm", 60);
        var posted = await RoundAsync(portal, "run", 300);
        var inserted = Insert(portal.DatabasePath, _time);
        Measured.Rate("bare SQLite insert, 5,000 a commit", inserted, "rows");
        Measured.Rate($"durable posts in batches of {BatchSize:N0}", posted, "rows");
        Measured.Ratio("posted / bare insert", posted / inserted, 0.50);
    }

    /// <summary>Posts so many batches, whose bodies are made before the clock starts; returns rows per second.</summary>
    public static async Task<double> RoundAsync(BenchPortal portal, string run, int batches)
    {
        var bodies = Enumerable.Range(0, batches).Select(n => Bodies.Batch(run, n, BatchSize)).ToArray();
        var load = new SocketLoad(portal.Port, "/api/v1/transactions/batch", portal.Token);
        var started = Stopwatch.GetTimestamp();
        await load.RunAsync(Connections, n => n <= batches ? bodies[n - 1] : null, CancellationToken.None);
        return batches * BatchSize / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>The floor: one prepared statement in a loop on a copy of the schema, with the same pragmas.</summary>
    private static double Insert(string schemaFrom, TimeSpan time)
    {
        var path = Path.Combine(Path.GetDirectoryName(schemaFrom)!, "bare.db");
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        CopySchema(schemaFrom, connection);
        using var insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO transactions (position, terminal_id, transaction_id, kind, sequence, payment_id_hash,
                payment_id_last4, amount_minor, occurred_at, received_at, merchant_id, outlet_id, mcc, category_id)
            VALUES ($0, $1, $2, 0, $3, $4, '0001', $5, $6, $6, 1, 1, '5812', 4)
            """;
        for (var i = 0; i <= 6; i++)
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        }

        var started = Stopwatch.GetTimestamp();
        long rows = 0;
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var i = 0; i < CommitSize; i++)
            {
                Bind(insert, ++rows);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return rows / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Bind(SqliteCommand insert, long n)
    {
        var hash = new byte[16];
        BitConverter.TryWriteBytes(hash, n * 7919 % 100_000 * 2654435761);
        insert.Parameters[0].Value = n;
        insert.Parameters[1].Value = n % BenchPortal.Terminals;
        insert.Parameters[2].Value = $"bare-{n:D10}";
        insert.Parameters[3].Value = n;
        insert.Parameters[4].Value = hash;
        insert.Parameters[5].Value = 100 + (n % 9_900);
        insert.Parameters[6].Value = 1_762_000_000_000 + n;
    }

    private static void CopySchema(string from, SqliteConnection to)
    {
        using var source = new SqliteConnection($"Data Source={from};Mode=ReadOnly");
        source.Open();
        using var read = source.CreateCommand();
        read.CommandText = "SELECT sql FROM sqlite_master WHERE tbl_name = 'transactions' AND sql IS NOT NULL ORDER BY type DESC";
        var statements = new List<string> { SqlitePragmas.Sql };
        using (var reader = read.ExecuteReader())
        {
            while (reader.Read())
            {
                statements.Add(reader.GetString(0));
            }
        }

        foreach (var statement in statements)
        {
            using var command = to.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}
