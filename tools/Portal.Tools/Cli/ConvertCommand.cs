using System.CommandLine;
using System.Globalization;
using Portal.Tools.Conversion;
using Portal.Tools.Conversion.Others;
using Portal.Tools.Conversion.Sparkov;

namespace Portal.Tools.Cli;

internal static class ConvertCommand
{
    public static Command Create() =>
        new("convert", "Turn a public data set into the portal's import files (subscribers, merchants, transactions).")
        {
            Set(
                "sparkov", "A year of payments with registration records.",
                (settings, report, _, stop) => new SparkovConversion(settings, report).Run(stop)),
            Set(
                "cdnow", "Purchases of a music shop (CDNOW_sample.txt).",
                (settings, report, _, stop) => new CdnowConversion(settings, report).Run(stop)),
            Set(
                "completejourney", "Receipt lines of a grocer; one purchase a basket and category.",
                (settings, report, _, stop) => new CompleteJourneyConversion(settings, report).Run(stop)),
            Starbucks(),
            Telco(),
        };

    private static Command Starbucks()
    {
        var start = new Option<string>("--start")
        {
            Description = "The instant of hour 0 of the set, with its offset.",
            // The day after the last member of the set joined.
            DefaultValueFactory = _ => "2018-07-27T00:00:00-04:00",
        };
        return Set(
            "starbucks", "Members and purchases of a rewards app.",
            (settings, report, parsed, stop) =>
            {
                var instant = Instants.Instant(parsed.GetRequiredValue(start), "--start");
                new StarbucksConversion(settings, report, instant).Run(stop);
            },
            start);
    }

    private static Command Telco()
    {
        var asOf = new Option<string>("--as-of")
        {
            Description = "The day from which ages and tenures are counted back.",
            DefaultValueFactory = _ => "2025-12-31",
        };
        return Set(
            "telco", "Registration records of an operator (no payments).",
            (settings, report, parsed, stop) =>
            {
                var day = Instants.Day(parsed.GetRequiredValue(asOf), "--as-of");
                new TelcoConversion(settings, report, day).Run(stop);
            },
            asOf);
    }

    private static Command Set(
        string name,
        string description,
        Action<ConversionSettings, ConversionReport, ParseResult, CancellationToken> convert,
        params Option[] own)
    {
        var arguments = new ConvertArguments();
        var command = new Command(name, description);
        arguments.AddTo(command);
        Array.ForEach(own, command.Options.Add);
        command.SetAction((parsed, stop) =>
        {
            var settings = arguments.Read(parsed, TimeProvider.System);
            return Run(settings, report => convert(settings, report, parsed, stop));
        });
        return command;
    }

    private static async Task<int> Run(ConversionSettings settings, Action<ConversionReport> convert)
    {
        var started = settings.Time.GetTimestamp();
        var report = new ConversionReport();
        convert(report);
        report.Save(settings.Output);
        foreach (var line in report.Summary())
        {
            await Console.Out.WriteLineAsync(line);
        }

        var seconds = settings.Time.GetElapsedTime(started).TotalSeconds;
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"done in {seconds:F1} s; rows of each rule in {settings.Output}/notes.txt"));
        return ExitCodes.Done;
    }
}
