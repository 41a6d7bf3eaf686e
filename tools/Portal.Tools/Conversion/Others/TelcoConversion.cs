using Portal.Tools.Tables;

namespace Portal.Tools.Conversion.Others;

/// <summary>Registration records of an operator, no payments; mapping in tools/README.md.</summary>
internal sealed class TelcoConversion(ConversionSettings settings, ConversionReport report, DateOnly asOf)
{
    private const int OldestAge = 120;

    // Beyond the age of mobile telephony a tenure is a typing error.
    private const int LongestTenure = 600;

    public void Run(CancellationToken stop)
    {
        using var files = new ImportFiles(settings, registrationOnly: true);
        using var table = CsvTable.Open(
            settings.In("telecom_customers.csv"), "Customerid", "Gender", "Age", "City", "Zipcode", "Tenureinmonths",
            "Monthlycharge", "Customerstatus");
        var fields = new Fields(table, report);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var churned = 0;
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            report.Read(table.File);
            if (table["Customerid"].Length == 0 || !seen.Add(table["Customerid"]))
            {
                fields.Refuse("Customerid", "is empty or stands twice");
                continue;
            }

            churned += table["Customerstatus"] == "Churned" ? 1 : 0;
            files.Add(Subscriber(table, fields, seen.Count));
        }

        files.Complete(report);
        report.Remark($"{churned} customers have left (Customerstatus Churned); their records are kept");
        report.Remark($"ages and tenures are counted back from {asOf:yyyy-MM-dd} (--as-of)");
    }

    private SubscriberRow Subscriber(CsvTable table, Fields fields, int number)
    {
        var age = fields.Count("Age", OldestAge);
        var tenure = fields.Count("Tenureinmonths", LongestTenure);
        return new SubscriberRow(FictionalMsisdn.Of(SourceSet.Telco, number), "EP-" + table["Customerid"])
        {
            Gender = fields.Gender("Gender"),
            BirthDate = age is { } years ? new DateOnly(asOf.Year - years, 7, 1) : null,
            Address = $"{table["City"]}, CA {table["Zipcode"]}",
            District = $"{table["City"]}, CA",
            ArpuMinor = fields.Arpu("Monthlycharge"),
            ContractDate = tenure is { } months ? asOf.AddMonths(-months) : null,
        };
    }
}
