using System.CommandLine;
using System.Globalization;
using Portal.Server.Ledger.Projecting;

namespace Portal.Server.CommandLine.Maintain;

/// <summary><c>rebuild [PROJECTION]</c>, <c>verify</c> and <c>migrate</c>.</summary>
internal static class MaintainCommands
{
    public static Command Rebuild()
    {
        var name = new Argument<string?>("PROJECTION")
        {
            Description = "One projection; all when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Command("rebuild", "Drops what is derived from the ledger and derives it again.") { name };
        verb.SetAction((parsed, cancellationToken) =>
            RebuildAsync(VerbContext.Of(parsed), parsed.GetValue(name), cancellationToken));
        return verb;
    }

    public static Command Verify()
    {
        var verb = new Command("verify", "Recomputes every projection from the ledger and compares; exit code 0 only when all equal.");
        verb.SetAction((parsed, cancellationToken) => VerifyAsync(VerbContext.Of(parsed), cancellationToken));
        return verb;
    }

    public static Command Migrate()
    {
        var verb = new Command("migrate", "Brings the schema of the database up to date.");
        verb.SetAction((parsed, cancellationToken) => MigrateAsync(VerbContext.Of(parsed), cancellationToken));
        return verb;
    }

    private static async Task<int> RebuildAsync(
        VerbContext context, string? name, CancellationToken cancellationToken)
    {
        await using var host = await context.OpenAsync(cancellationToken);
        using var line = new ProgressLine(context.Progress, "entries", TimeProvider.System);
        var rebuilt = await host.SendAsync(new RebuildProjectionCommand(name, new LineProgress(line)), cancellationToken);
        if (!rebuilt.IsSuccess)
        {
            throw new VerbException(rebuilt.Error.Message);
        }

        await context.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Rebuilt {string.Join(", ", rebuilt.Value)} in {line.Elapsed.TotalSeconds:N1} s."));
        return ExitCodes.Done;
    }

    private static async Task<int> VerifyAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var host = await context.OpenAsync(cancellationToken);
        await CatchUp.RunAsync(host, context.Progress, cancellationToken);
        var verified = await host.SendAsync(new VerifyProjectionsQuery(), cancellationToken);
        var projections = verified.IsSuccess ? verified.Value : throw new VerbException(verified.Error.Message);
        foreach (var projection in projections)
        {
            await context.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{projection.Name}: {(projection.IsEqual ? "equal" : "DIFFERENT")}, "
                + $"{projection.Outcome.Rows:N0} rows compared up to position {projection.LedgerPosition:N0}."));
            foreach (var difference in projection.Outcome.Differences)
            {
                await context.Output.WriteLineAsync($"  {difference}");
            }
        }

        return projections.All(projection => projection.IsEqual) ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static async Task<int> MigrateAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var host = await VerbHost.OpenAsync(context.Settings, migrate: true, cancellationToken);
        await context.Output.WriteLineAsync("The database is up to date.");
        return ExitCodes.Done;
    }
}
