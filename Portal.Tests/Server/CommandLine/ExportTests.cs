using Microsoft.Data.Sqlite;

namespace Portal.Tests.Server.CommandLine;

public sealed class ExportTests : IDisposable
{
    private readonly VerbsUnderTest _verbs = new();

    [Fact]
    public async Task Statistics_are_exported_right_after_an_import_into_a_stopped_portal()
    {
        await ImportAsync();

        await _verbs.DoAsync("export", "statistics", _verbs.Place("statistics.csv"));

        Assert.Equal(
            [
                "msisdn,month,category,count,amountMinor",
                "+8613800000001,2024-02,dining,1,4599",
                "+8613800000001,2024-03,groceries,1,600",
            ],
            _verbs.Lines("statistics.csv"));
    }

    [Fact]
    public async Task Transactions_are_exported_with_pseudonyms_and_can_be_imported_elsewhere()
    {
        await ImportAsync();
        var file = _verbs.Place("out.csv");

        await _verbs.DoAsync("export", "transactions", file);

        var lines = _verbs.Lines("out.csv");
        Assert.Equal(VerbsUnderTest.TransactionColumns, lines[0]);
        Assert.Matches("^a-1,T-1,1,purchase,,h:[0-9a-f]{32}:0001,4599,CNY,2024-02-29T10:00:00[+]08:00,5812$", lines[1]);
        Assert.Matches("^a-3,T-1,3,refund,a-2,h:[0-9a-f]{32}:0001,400,CNY,2024-03-02T10:00:00.5[+]08:00,5812$", lines[3]);
        using var other = new VerbsUnderTest();
        await other.PrepareTownAsync();
        Assert.Contains("4 accepted", await other.DoAsync("import", "transactions", file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profiles_are_exported_for_each_subscriber()
    {
        await ImportAsync();

        await _verbs.DoAsync("export", "profiles", _verbs.Place("profiles.csv"));

        var lines = _verbs.Lines("profiles.csv");
        Assert.Equal("msisdn,level,habits,tendencies,asOf", lines[0]);
        Assert.StartsWith("+8613800000001,,,,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ends_with_0_only_when_all_are_equal_and_rebuild_repairs()
    {
        await ImportAsync();
        await _verbs.DoAsync("verify");
        await ExecuteAsync("UPDATE statistics SET amount_minor = amount_minor + 1");

        var (broken, output, _) = await _verbs.RunAsync("verify");
        await _verbs.DoAsync("rebuild", "statistics");

        Assert.Equal(1, broken);
        Assert.Contains("DIFFERENT", output, StringComparison.Ordinal);
        await _verbs.DoAsync("verify");
        await _verbs.DoAsync("rebuild");
        Assert.Equal(2, (await _verbs.RunAsync("rebuild", "nothing")).Code);
    }

    [Fact]
    public async Task Migrate_brings_an_empty_folder_up_to_date() => await _verbs.DoAsync("migrate");

    [Fact]
    public async Task Admin_create_makes_an_account_once()
    {
        await _verbs.PrepareTownAsync();
        var input = Console.In;
        try
        {
            Console.SetIn(new StringReader("a long enough password\n"));
            await _verbs.DoAsync("admin", "create", "a@example.com", "--password-stdin", "--merchant", "M-1");
            Console.SetIn(new StringReader("another long password\n"));
            Assert.Equal(2, (await _verbs.RunAsync("admin", "create", "a@example.com", "--password-stdin")).Code);
            Console.SetIn(new StringReader("short\n"));
            Assert.Equal(2, (await _verbs.RunAsync("admin", "create", "b@example.com", "--password-stdin")).Code);
            Assert.Equal(2, (await _verbs.RunAsync("admin", "create", "c@example.com", "--merchant", "M-9")).Code);
        }
        finally
        {
            Console.SetIn(input);
        }

        Assert.Equal(1, await _verbs.CountAsync("users WHERE merchant_id IS NOT NULL"));
        Assert.Equal(1, await _verbs.CountAsync("users"));
    }

    public void Dispose() => _verbs.Dispose();

    private async Task ImportAsync()
    {
        await _verbs.PrepareTownAsync();
        await _verbs.DoAsync("import", "transactions", _verbs.Write(
            "taps.csv",
            VerbsUnderTest.TransactionColumns,
            "a-1,T-1,1,purchase,,EP-0001,4599,CNY,2024-02-29T10:00:00+08:00,5812",
            "a-2,T-1,2,purchase,,EP-0001,1000,CNY,2024-03-01T10:00:00+08:00,5411",
            "a-3,T-1,3,refund,a-2,EP-0001,400,CNY,2024-03-02T02:00:00.5Z,",
            "a-4,T-1,4,purchase,,EP-9999,77,CNY,2024-03-02T10:00:00+08:00,"));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_verbs.Data, "portal.db")}");
        await connection.OpenAsync(VerbsUnderTest.Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(VerbsUnderTest.Cancelled);
    }
}
