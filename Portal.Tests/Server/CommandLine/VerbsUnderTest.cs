using Microsoft.Data.Sqlite;
using Portal.Server.CommandLine;

namespace Portal.Tests.Server.CommandLine;

/// <summary>Runs verbs as a shell would, on a data folder of their own.</summary>
internal sealed class VerbsUnderTest : IDisposable
{
    public const string TransactionColumns =
        "id,terminalId,sequence,kind,originalId,paymentId,amountMinor,currency,occurredAt,category";

    public const string SubscriberColumns =
        "msisdn,paymentIds,name,gender,birthDate,occupation,address,district,arpuMinor,language,contractDate,consents";

    public const string MerchantColumns =
        "merchantCode,merchantName,outletCode,outletName,district,latitude,longitude,terminalId,terminalKind,category";

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-verbs-").FullName;

    public string Data => Path.Combine(_folder, "data");

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public string Write(string name, params string[] lines) => WriteText(name, string.Join('\n', lines) + "\n");

    public string WriteText(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(_folder, name));

    public string[] Lines(string name) => File.ReadAllLines(Path.Combine(_folder, name));

    public bool Exists(string name) => File.Exists(Path.Combine(_folder, name));

    public string Place(string name) => Path.Combine(_folder, name);

    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await PortalCommands.InvokeAsync([.. args, "--data", Data], output, error, Cancelled);
        TestContext.Current.TestOutputHelper?.WriteLine($"> {string.Join(' ', args)}\n{output}{error}exit code {code}");
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a verb that must end well; returns what it said.</summary>
    public async Task<string> DoAsync(params string[] args)
    {
        var (code, output, error) = await RunAsync(args);
        Assert.True(code == 0, $"exit code {code}: {output}{error}");
        return output;
    }

    /// <summary>One merchant with one terminal T-1, and one subscriber who holds EP-0001.</summary>
    public async Task PrepareTownAsync()
    {
        await DoAsync("import", "merchants", Write(
            "merchants.csv", MerchantColumns, "M-1,Shop,M-1-01,Shop Centre,Centre,30.25,120.15,T-1,Pos,5812"));
        await DoAsync("import", "subscribers", Write(
            "subscribers.csv", SubscriberColumns, "+8613800000001,EP-0001,Lin,F,1994-05-20,office,,Centre,12800,en,,sms"));
    }

    public async Task<long> CountAsync(string table)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "portal.db")}");
        await connection.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return (long)(await command.ExecuteScalarAsync(Cancelled))!;
    }

    /// <summary>Names of the files below the folder, the given one apart, in which the text stands.</summary>
    public IReadOnlyList<string> FilesHolding(string text, string apartFrom)
    {
        SqliteConnection.ClearAllPools();
        var needle = System.Text.Encoding.UTF8.GetBytes(text);
        return [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != apartFrom)
            .Where(path => File.ReadAllBytes(path).AsSpan().IndexOf(needle) >= 0)
            .Select(path => Path.GetFileName(path))];
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
