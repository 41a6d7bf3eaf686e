using System.CommandLine;
using System.Globalization;
using Portal.Server.CommandLine.Csv;
using Portal.Server.CommandLine.Maintain;
using Portal.Server.Platform.Database;

namespace Portal.Server.CommandLine.Export;

/// <summary><c>export transactions|statistics|profiles|offers FILE.csv</c>.</summary>
internal static class ExportCommand
{
    public static Command Create() => new("export", "Writes a CSV file of what the portal holds.")
    {
        Verb("transactions", "The ledger, in its order; PaymentIds as pseudonyms.", new TransactionExport()),
        Verb("statistics", "Counts and amounts per subscriber, month and category.", new StatisticsExport()),
        Verb("profiles", "Level, habits and tendencies of each subscriber.", new ProfileExport()),
        Verb("offers", "Offers and what became of them.", new OfferExport()),
    };

    private static Command Verb(string name, string description, IExport export)
    {
        var file = new Argument<string>("FILE.csv") { Description = "Is written anew; UTF-8, header row, RFC 4180." };
        var verb = new Command(name, description) { file };
        verb.SetAction((parsed, cancellationToken) =>
            RunAsync(VerbContext.Of(parsed), parsed.GetRequiredValue(file), export, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(
        VerbContext context, string file, IExport export, CancellationToken cancellationToken)
    {
        await using var host = await context.OpenAsync(cancellationToken);
        await using var output = new CsvOutput(file, export.Columns);
        if (export.IsDerived)
        {
            await CatchUp.RunAsync(host, context.Progress, cancellationToken);
        }

        using var progress = new ProgressLine(context.Progress, "rows", TimeProvider.System);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            // One state of the database throughout, also beside a running portal.
            var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await using var snapshot = await database.BeginSnapshotAsync(cancellationToken);
            await export.WriteAsync(scope.ServiceProvider, output, progress, cancellationToken);
        }

        await output.FinishAsync();
        await context.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{output.Rows:N0} rows in {progress.Elapsed.TotalSeconds:N1} s: {file}"));
        return ExitCodes.Done;
    }
}
