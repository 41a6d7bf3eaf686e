using System.CommandLine;
using Portal.Server.CommandLine.Csv;
using Portal.Server.CommandLine.Maintain;

namespace Portal.Server.CommandLine.Import;

/// <summary><c>import subscribers|merchants|transactions FILE.csv</c>.</summary>
internal static class ImportCommand
{
    private static readonly Option<bool> _noProjections = new("--no-projections")
    {
        Description = "Leave statistics and profiles to a running or later started portal.",
    };

    public static Command Create()
    {
        var import = new Command("import", "Reads a CSV file into the portal; safe to repeat.");
        import.Add(Verb("subscribers", "Registration records, PaymentIds and consents.", host => new SubscriberImport(host)));
        import.Add(Verb("merchants", "Merchants, outlets and terminals; one row a terminal.", host => new MerchantImport(host)));
        import.Add(Transactions());
        return import;
    }

    private static Command Transactions()
    {
        var file = FileArgument();
        var verb = new Command("transactions", "Transactions, by the same rules as terminals' posts.") { file, _noProjections };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            VerbContext.Of(parsed),
            parsed.GetRequiredValue(file),
            host => new TransactionImport(host),
            thenProject: !parsed.GetValue(_noProjections),
            cancellationToken));
        return verb;
    }

    private static Command Verb<TItem>(string name, string description, Func<VerbHost, IRowImport<TItem>> import)
    {
        var file = FileArgument();
        var verb = new Command(name, description) { file };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            VerbContext.Of(parsed), parsed.GetRequiredValue(file), import, thenProject: false, cancellationToken));
        return verb;
    }

    private static Argument<string> FileArgument() => new("FILE.csv")
    {
        Description = "UTF-8, header row, RFC 4180; refused rows go to FILE.errors.csv.",
    };

    private static async Task<int> RunAsync<TItem>(
        VerbContext context,
        string file,
        Func<VerbHost, IRowImport<TItem>> create,
        bool thenProject,
        CancellationToken cancellationToken)
    {
        await using var host = await context.OpenAsync(cancellationToken);
        var import = create(host);
        using var input = CsvInput.Open(file, import.Columns);
        await host.StartAppendingAsync(cancellationToken);
        using var errors = new RowErrors(file, input.Header, context.Progress);
        var run = await ImportAsync(context, import, input, errors, cancellationToken);
        await context.Output.WriteLineAsync(run.Summary());
        if (errors.Count > 0)
        {
            await context.Output.WriteLineAsync($"Refused rows, each with field and rule: {errors.Path}");
        }

        if (cancellationToken.IsCancellationRequested)
        {
            await context.Output.WriteLineAsync("Stopped before the end. The same command goes on: what is there counts as known.");
            return ExitCodes.Interrupted;
        }

        if (import is TransactionImport)
        {
            await ProjectAsync(context, host, thenProject, cancellationToken);
        }

        return errors.Count > 0 ? ExitCodes.Refused : ExitCodes.Done;
    }

    private static async Task<ImportRun<TItem>> ImportAsync<TItem>(
        VerbContext context,
        IRowImport<TItem> import,
        CsvInput input,
        RowErrors errors,
        CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine(context.Progress, "rows", TimeProvider.System);
        var run = new ImportRun<TItem>(import, input, errors, progress);
        await run.RunAsync(cancellationToken);
        return run;
    }

    private static async Task ProjectAsync(
        VerbContext context, VerbHost host, bool now, CancellationToken cancellationToken)
    {
        if (!now)
        {
            await context.Output.WriteLineAsync("Statistics and profiles follow as soon as a portal runs on this data.");
            return;
        }

        await context.Output.WriteLineAsync("Statistics and profiles follow (--no-projections leaves them to the portal) ...");
        await CatchUp.RunAsync(host, context.Progress, cancellationToken);
        await context.Output.WriteLineAsync("Statistics and profiles are up to date.");
    }
}
