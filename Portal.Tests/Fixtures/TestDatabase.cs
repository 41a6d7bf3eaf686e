using System.Reflection;
using Npgsql;
using Portal.Server.Platform.Database;
using Xunit.Sdk;
using Xunit.v3;

namespace Portal.Tests.Fixtures;

/// <summary>The databases that integration tests run on.</summary>
public enum TestDatabase
{
    Sqlite,
    Postgres,
    SqlServer,
}

/// <summary>
/// Makes one row of a theory for each database. One that is not set up on this machine is a skipped row with the
/// reason, never a missing one.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker) => new(
        [
            new TheoryDataRow<TestDatabase>(TestDatabase.Sqlite),
            Row(TestDatabase.Postgres),
            Row(TestDatabase.SqlServer),
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private static TheoryDataRow<TestDatabase> Row(TestDatabase database)
    {
        var row = new TheoryDataRow<TestDatabase>(database);
        if (TestServers.ConnectionString(database) is null)
        {
            row.Skip = $"Set {TestServers.Variable(database)} to a connection string of a server to run it there.";
        }

        return row;
    }
}

/// <summary>The database servers of this machine, from the environment.</summary>
internal static class TestServers
{
    public static string Variable(TestDatabase database) => $"PORTAL_TEST_{database.ToString().ToUpperInvariant()}";

    public static string? ConnectionString(TestDatabase database) =>
        Environment.GetEnvironmentVariable(Variable(database)) is { Length: > 0 } text ? text : null;

    public static DatabaseProvider ProviderOf(TestDatabase database) => database switch
    {
        TestDatabase.Sqlite => DatabaseProvider.Sqlite,
        TestDatabase.Postgres => DatabaseProvider.Postgres,
        TestDatabase.SqlServer => DatabaseProvider.SqlServer,
    };

    /// <summary>A connection string of a database of the test's own; the portal's migrations make its schema.</summary>
    public static async Task<string> CreateAsync(TestDatabase database, string name)
    {
        var server = ConnectionString(database)!;
        if (database == TestDatabase.SqlServer)
        {
            return new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(server) { InitialCatalog = name }.ToString();
        }

        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    public static async Task DropAsync(TestDatabase database, string name)
    {
        if (database == TestDatabase.Postgres)
        {
            await using var connection = new NpgsqlConnection(ConnectionString(database));
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"DROP DATABASE IF EXISTS {name} WITH (FORCE)";
            await command.ExecuteNonQueryAsync();
        }
    }
}
