using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Server.Platform.Database;

namespace Portal.Tests.Database;

public sealed class MigrationTests
{
    public static TheoryData<string> Providers => ["Sqlite", "SqlServer", "Postgres"];

    [Theory, MemberData(nameof(Providers))]
    public void The_migrations_hold_the_whole_model(string provider)
    {
        using var context = Create(provider);

        Assert.NotEmpty(context.Database.GetMigrations());
        Assert.False(
            context.Database.HasPendingModelChanges(),
            $"The model has changed: make a migration with tools/migrations NAME ({provider}).");
    }

    [Fact]
    public void The_script_for_SQL_Server_is_valid_TSQL()
    {
        using var context = Create("SqlServer");

        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Contains("CREATE TABLE [transactions]", script, StringComparison.Ordinal);
        TransactSql.AssertParses(script);
    }

    [Fact]
    public void The_parser_finds_what_is_not_TSQL() =>
        Assert.NotEmpty(TransactSql.Errors("INSERT INTO t (a) VALUES (1) ON CONFLICT DO NOTHING"));

    private static PortalDbContext Create(string provider) => provider switch
    {
        "Sqlite" => new SqliteDesignTimeFactory().CreateDbContext([]),
        "SqlServer" => new SqlServerDesignTimeFactory().CreateDbContext([]),
        "Postgres" => new PostgresDesignTimeFactory().CreateDbContext([]),
        _ => throw new ArgumentOutOfRangeException(nameof(provider)),
    };
}
