using Microsoft.EntityFrameworkCore;
using Portal.Server.Ledger.Domain;
using Portal.Server.Platform.Database;
using Portal.Server.Subscribers.Domain;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Database;

public sealed class SqlServerShadowTests
{
    [Fact]
    public async Task A_query_of_the_portal_is_translated_and_parsed_for_SQL_Server()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var hashes = new[] { new byte[16] };

        await portal.InScopeAsync<PortalDbContext, int>(database => database.Set<LedgerTransaction>()
            .Where(row => hashes.Contains(row.PaymentIdHash) && row.Position > 12_345_678).CountAsync());

        Assert.Contains(
            SqlServerShadow.Instance.Statements,
            statement => statement.Contains("12345678", StringComparison.Ordinal)
                && statement.Contains("[payment_id_hash]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_query_that_SQL_Server_cannot_run_fails_here_already()
    {
        await using var portal = await PortalUnderTest.StartAsync();

        // SQLite knows glob patterns; SQL Server does not.
        var failed = await Assert.ThrowsAnyAsync<Exception>(() => portal.InScopeAsync<PortalDbContext, int>(
            database => database.Set<Subscriber>()
                .CountAsync(subscriber => EF.Functions.Glob(subscriber.District!, "old*"))));

        Assert.Contains("SQL Server cannot run this query", failed.ToString(), StringComparison.Ordinal);
    }
}
