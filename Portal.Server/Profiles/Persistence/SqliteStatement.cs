using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Portal.Server.Profiles.Persistence;

/// <summary>
/// A statement compiled once and run with whole numbers only, straight on SQLite's own interface: ten thousand runs a
/// batch are the price of a projection, and ADO.NET's look-up of each parameter by name would double it.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection, sql, out _statement));
    }

    /// <exception cref="SqliteException">The statement could not be run.</exception>
    public void Run(params ReadOnlySpan<long> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(raw.sqlite3_bind_int64(_statement, i + 1, values[i]));
        }

        var stepped = raw.sqlite3_step(_statement);
        // Reset repeats the step's error code, which is the one to report.
        raw.sqlite3_reset(_statement);
        if (stepped != raw.SQLITE_DONE)
        {
            Check(stepped);
        }
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _connection);
}
