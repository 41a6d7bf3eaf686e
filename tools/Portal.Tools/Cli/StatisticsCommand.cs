using System.CommandLine;
using System.Globalization;
using Portal.Tools.Statistics;
using Portal.Tools.Tables;

namespace Portal.Tools.Cli;

internal static class StatisticsCommand
{
    private static readonly Argument<FileInfo> Transactions = new("TRANSACTIONS")
    {
        Description = "The transactions, in the portal's import format.",
    };

    private static readonly Argument<FileInfo> Output = new("OUT")
    {
        Description = "The file to write: msisdn, month, category, count, amountMinor.",
    };

    private static readonly Option<string> Zone = new("--time-zone")
    {
        Description = "The zone in which a month begins and ends: the portal's Portal:TimeZone (IANA name).",
        Required = true,
    };

    private static readonly Option<FileInfo> Subscribers = new("--subscribers")
    {
        Description = "Who holds which PaymentId (subscribers.csv).",
        Required = true,
    };

    private static readonly Option<FileInfo> Merchants = new("--merchants")
    {
        Description = "The category of each terminal, for transactions that leave theirs out (merchants.csv).",
    };

    private static readonly Option<FileInfo> Categories = new("--categories")
    {
        Description = "The consumption category of each MCC: columns mcc (5812, or 5811-5814), category.",
    };

    private static readonly Option<Uri?> Portal = new("--portal")
    {
        Description = "Instead of --categories: the portal that serves them, such as http://localhost:5080.",
        CustomParser = PortalAddress.Parse,
    };

    private static readonly Option<string?> Other = new("--other")
    {
        Description = "The category of an MCC that is in none; without it such an MCC is an error.",
    };

    public static Command Create()
    {
        Transactions.AcceptExistingOnly();
        Subscribers.AcceptExistingOnly();
        Merchants.AcceptExistingOnly();
        Categories.AcceptExistingOnly();
        var command = new Command(
            "statistics", "Work out the statistics export from the transactions alone, to check the portal's.")
        {
            Transactions, Output, Zone, Subscribers, Merchants, Categories, Portal, Other,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Categories) is null == result.GetResult(Portal) is null)
            {
                result.AddError("Give either --categories FILE.csv or --portal URL.");
            }
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        var merchants = parsed.GetValue(Merchants);
        var categories = parsed.GetValue(Categories) is { } file
            ? MccTable.FromFile(file.FullName)
            : await PortalCategories.ReadAsync(parsed.GetRequiredValue(Portal)!, stop);
        var calculation = new StatisticsCalculation(new StatisticsInput(
            parsed.GetRequiredValue(Transactions).FullName, Zones.Find(parsed.GetRequiredValue(Zone)), categories)
        {
            Holders = Holders.Read(parsed.GetRequiredValue(Subscribers).FullName),
            Terminals = merchants is null ? null : Holders.ReadTerminals(merchants.FullName),
            OtherCategory = parsed.GetValue(Other),
            Time = time,
        });
        using var output = new OutputTable(
            parsed.GetRequiredValue(Output).FullName, "msisdn", "month", "category", "count", "amountMinor");
        var (count, amount) = Write(calculation.Run(stop), output);
        output.Complete();
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            transactions {calculation.Rows:N0}, of them duplicates {calculation.Duplicates:N0}
            refunds {calculation.Corrections.Refunds:N0}, reversals {calculation.Corrections.Reversals:N0}
            purchases of nobody in the subscribers file {calculation.Unbound:N0} (left out)
            statistics rows {output.Rows:N0}, count {count}, amountMinor {amount}
            done in {time.GetElapsedTime(started).TotalSeconds:F1} s
            """));
        return ExitCodes.Done;
    }

    private static (long Count, long Amount) Write(
        IEnumerable<KeyValuePair<StatisticsKey, StatisticsCell>> cells, OutputTable output)
    {
        var total = (Count: 0L, Amount: 0L);
        foreach (var (key, cell) in cells)
        {
            output.Write(
                key.Msisdn, key.Month, key.Category, cell.Count.ToString(CultureInfo.InvariantCulture),
                cell.AmountMinor.ToString(CultureInfo.InvariantCulture));
            total = (total.Count + cell.Count, total.Amount + cell.AmountMinor);
        }

        return total;
    }
}
