using Portal.Server;

namespace Portal.Tests.Database;

/// <summary>Statements written by hand for SQL Server; found by the name of their class, so that none is forgotten.</summary>
public sealed class HandWrittenSqlTests
{
    public static TheoryData<string, string> Statements
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var type in typeof(PortalModules).Assembly.GetTypes().Where(IsSqlServerSql))
            {
                var instance = Activator.CreateInstance(type);
                foreach (var property in type.GetProperties().Where(property => property.PropertyType == typeof(string)))
                {
                    data.Add($"{type.Name}.{property.Name}", (string)property.GetValue(instance)!);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Statements))]
    public void A_statement_written_for_SQL_Server_is_TSQL(string name, string statement)
    {
        Assert.NotEmpty(name);
        TransactSql.AssertParses(WithParameters(statement));
    }

    [Fact]
    public void There_are_such_statements() => Assert.True(Statements.Count >= 3);

    private static bool IsSqlServerSql(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type.Name.StartsWith("SqlServer", StringComparison.Ordinal)
        && type.Name.EndsWith("Sql", StringComparison.Ordinal);

    private static string WithParameters(string statement)
    {
        for (var i = 0; i < 10; i++)
        {
            statement = statement.Replace($"{{{i}}}", $"@p{i}", StringComparison.Ordinal);
        }

        return statement;
    }
}
