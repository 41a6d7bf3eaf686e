using System.Globalization;
using Portal.Tools.Tables;

namespace Portal.Tools.Conversion.Others;

/// <summary>Purchases of a music shop, one customer a number; mapping in tools/README.md.</summary>
internal sealed class CdnowConversion(ConversionSettings settings, ConversionReport report)
{
    private const string RecordShop = "5735";
    private const string Terminal = "T-CDNOW";
    private const string FileName = "CDNOW_sample.txt";

    private readonly LocalTimes _times = new(settings.Zone);
    private readonly SortedSet<int> _customers = [];
    private readonly Dictionary<(int Customer, string Date), int> _ofDay = [];
    private readonly List<PurchaseRow> _purchases = [];

    public void Run(CancellationToken stop)
    {
        using var files = new ImportFiles(settings);
        Read(stop);
        foreach (var customer in _customers)
        {
            files.Add(new SubscriberRow(FictionalMsisdn.Of(SourceSet.Cdnow, customer), PaymentId(customer)));
        }

        files.Add(new MerchantRow("CDNOW", "CDNOW", "CDNOW-1", "CDNOW")
        {
            TerminalId = Terminal,
            Category = RecordShop,
        });

        // The file is ordered by customer; the terminal's counter needs the order of time.
        foreach (var row in _purchases.OrderBy(row => row.OccurredAt).ThenBy(row => row.Id, StringComparer.Ordinal))
        {
            files.Add(row);
        }

        files.Complete(report);
        report.Remark("the set has days without hours: purchases stand at noon, further ones of that day a minute on");
        report.Remark($"{_ofDay.Values.Count(count => count > 1)} days on which one customer bought more than once");
    }

    private void Read(CancellationToken stop)
    {
        using var source = SourceFile.Open(settings.In(FileName));
        for (var number = 1L; source.Reader.ReadLine() is { } line; number++)
        {
            stop.ThrowIfCancellationRequested();
            if (line.Trim().Length == 0)
            {
                continue;
            }

            report.Read(source.Name);
            ReadLine(source.Name, number, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        source.EnsureComplete();
    }

    // Columns: number in the full set, number in this sample, date, discs, dollars.
    private void ReadLine(string file, long line, string[] values)
    {
        if (values.Length != 5)
        {
            report.Refuse(file, line, "(all)", string.Join(' ', values), "is not a row of five values");
        }
        else if (!int.TryParse(values[1], NumberStyles.None, CultureInfo.InvariantCulture, out var customer)
            || customer >= FictionalMsisdn.NumbersPerSet)
        {
            report.Refuse(file, line, "sample id", values[1], "is no customer number");
        }
        else if (!DateOnly.TryParseExact(values[2], "yyyyMMdd", CultureInfo.InvariantCulture, 0, out var date))
        {
            report.Refuse(file, line, "date", values[2], "is no date of the form yyyyMMdd");
        }
        else if (!MinorUnits.TryParse(values[4], out var amount))
        {
            report.Refuse(file, line, "dollars", values[4], MinorUnits.Rule);
        }
        else
        {
            // A customer whose only purchases are free ones is still a customer.
            _customers.Add(customer);
            Add(file, line, customer, date, amount);
        }
    }

    private void Add(string file, long line, int customer, DateOnly date, long amount)
    {
        if (amount <= 0)
        {
            report.Refuse(file, line, "dollars", amount.ToString(CultureInfo.InvariantCulture), "is not above zero");
            return;
        }

        var day = date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var ofDay = _ofDay[(customer, day)] = _ofDay.GetValueOrDefault((customer, day)) + 1;
        var at = _times.At(date.ToDateTime(new TimeOnly(12, 0)).AddMinutes(ofDay - 1));
        var id = string.Create(CultureInfo.InvariantCulture, $"CD-{customer:0000}-{day}-{ofDay}");
        _purchases.Add(new PurchaseRow(id, Terminal, PaymentId(customer), amount, at, RecordShop));
    }

    private static string PaymentId(int customer) =>
        string.Create(CultureInfo.InvariantCulture, $"EP-CD{customer:0000}");
}
