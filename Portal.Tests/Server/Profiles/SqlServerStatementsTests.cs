using Portal.Server.Ledger.Persistence;
using Portal.Server.Profiles.Persistence;
using Portal.Tests.Database;

namespace Portal.Tests.Server.Profiles;

/// <summary>Where no SQL Server is at hand, its hand-written statements are at least read by its own grammar.</summary>
public sealed class SqlServerStatementsTests
{
    public static TheoryData<string> Statements
    {
        get
        {
            var statistics = new SqlServerStatisticsSql();
            var lookup = new SqlServerLedgerLookupSql();
            return
            [
                statistics.AddStatistics, statistics.DropStatistics, statistics.AddActivity, statistics.DropActivity,
                lookup.ById, lookup.ByOriginal,
            ];
        }
    }

    [Theory, MemberData(nameof(Statements))]
    public void A_statement_is_valid_transact_sql(string statement) =>
        TransactSql.AssertParses(statement.Replace("{0}", "@p0", StringComparison.Ordinal));
}
