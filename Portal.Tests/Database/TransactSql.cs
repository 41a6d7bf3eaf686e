using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Portal.Tests.Database;

/// <summary>Microsoft's own grammar of T-SQL (SQL Server 2022), without a server.</summary>
internal static class TransactSql
{
    public static IReadOnlyList<string> Errors(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return [.. errors.Select(error => $"line {error.Line}, column {error.Column}: {error.Message}")];
    }

    public static void AssertParses(string sql)
    {
        var errors = Errors(sql);
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors)}\n\n{sql}");
    }
}
