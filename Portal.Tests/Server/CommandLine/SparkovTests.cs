using System.Diagnostics;
using Portal.Shared.Categories;

namespace Portal.Tests.Server.CommandLine;

/// <summary>
/// A year of card-style payments of 400 people goes in through the verbs; what comes out equals what a program that
/// shares no code with the server computes from the same file.
/// </summary>
public sealed class SparkovTests
{
    private const string TimeZone = "America/New_York";

    private static readonly string _root = FindRoot();

    [Fact]
    public async Task A_years_statistics_equal_an_independent_recomputation()
    {
        var data = Path.Combine(_root, "..", "shared", "data", "sparkov");
        Assert.SkipUnless(
            Directory.Exists(data), "The data set is not beside this checkout (../shared/data/sparkov); put it there to run.");
        using var verbs = new VerbsUnderTest();
        var town = verbs.Place("sparkov");
        await ToolAsync("convert", "sparkov", data, town);
        string[] settings = ["--set", "Portal:Currency=USD", "--set", $"Portal:TimeZone={TimeZone}"];
        foreach (var file in new[] { "merchants", "subscribers", "transactions" })
        {
            await verbs.DoAsync(["import", file, Path.Combine(town, $"{file}.csv"), .. settings]);
        }

        await verbs.DoAsync(["export", "statistics", verbs.Place("exported.csv"), .. settings]);
        verbs.Write("categories.csv", ["mcc,category", .. AllCodes()]);
        await ToolAsync(
            "statistics", Path.Combine(town, "transactions.csv"), verbs.Place("recomputed.csv"), "--time-zone", TimeZone,
            "--subscribers", Path.Combine(town, "subscribers.csv"), "--merchants", Path.Combine(town, "merchants.csv"),
            "--categories", verbs.Place("categories.csv"));

        var exported = verbs.Lines("exported.csv").Order(StringComparer.Ordinal).ToList();
        Assert.True(exported.Count > 40_000, $"Only {exported.Count} rows: that is not the year.");
        Assert.Equal(verbs.Lines("recomputed.csv").Order(StringComparer.Ordinal), exported);
        await verbs.DoAsync(["verify", .. settings]);
    }

    private static IEnumerable<string> AllCodes() => Enumerable.Range(0, 10_000)
        .Select(code => $"{code:D4}")
        .Select(code => $"{code},{ConsumptionCategories.Get(ConsumptionCategories.IdOfMcc(code)).Code}");

    private static async Task ToolAsync(params string[] arguments)
    {
        var configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(
            _root, "tools", "Portal.Tools", "bin", configuration, "net10.0", "portal-tools.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var tool = Process.Start(start)!;
        var said = await Task.WhenAll(tool.StandardOutput.ReadToEndAsync(), tool.StandardError.ReadToEndAsync());
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(tool.ExitCode == 0, string.Concat(said));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside a checkout.");
        }

        return folder.FullName;
    }
}
