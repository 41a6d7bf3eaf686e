using System.Globalization;
using Portal.Tools.Cli;
using Portal.Tools.Tables;

namespace Portal.Tools.Conversion.Sparkov;

/// <summary>A year of card-style payments with registration records; mapping in tools/README.md.</summary>
internal sealed class SparkovConversion(ConversionSettings settings, ConversionReport report)
{
    private readonly Dictionary<string, SparkovBusiness> _businesses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _registered = new(StringComparer.Ordinal);
    private readonly SparkovCities _cities = new();
    private readonly LocalTimes _times = new(settings.Zone);
    private long _unregistered;

    public void Run(CancellationToken stop)
    {
        using var files = new ImportFiles(settings);
        ReadRegistrations(files);
        ReadBusinesses();
        ReadPayments(files, stop);
        WriteMerchants(files);
        files.Complete(report);
        Remark();
    }

    private void ReadRegistrations(ImportFiles files)
    {
        using var table = CsvTable.Open(
            settings.In("operator_registration.csv"), "subscriber_id", "gender", "birth_date", "occupation", "street",
            "city", "state", "zip", "lat", "long", "arpu");
        var fields = new Fields(table, report);
        while (table.Read())
        {
            report.Read(table.File);
            var id = table["subscriber_id"];
            if (!TryNumber(id, out var number) || !_registered.Add(id))
            {
                fields.Refuse("subscriber_id", "is no S followed by a number, or stands twice");
                continue;
            }

            var city = $"{table["city"]}, {table["state"]}";
            if (fields.Coordinate("lat", 90) is { } latitude && fields.Coordinate("long", 180) is { } longitude)
            {
                _cities.Add(city, latitude, longitude);
            }

            files.Add(new SubscriberRow(FictionalMsisdn.Of(SourceSet.Sparkov, number), PaymentId(id))
            {
                Gender = fields.Gender("gender"),
                BirthDate = fields.Date("birth_date", "yyyy-MM-dd"),
                Occupation = table["occupation"],
                Address = $"{table["street"]}, {city} {table["zip"]}",
                District = city,
                ArpuMinor = fields.Arpu("arpu"),
            });
        }
    }

    private void ReadBusinesses()
    {
        using var table = CsvTable.Open(
            settings.In("merchants.csv"), "epay_business_id", "category", "merchant_name");
        var fields = new Fields(table, report);
        while (table.Read())
        {
            report.Read(table.File);
            var code = table["epay_business_id"];
            if (!SparkovCategories.Mcc.TryGetValue(table["category"], out var mcc))
            {
                fields.Refuse("category", "is no category of the set");
            }
            else if (!_businesses.TryAdd(code, new SparkovBusiness(code, table["merchant_name"], mcc)))
            {
                fields.Refuse("epay_business_id", "stands twice");
            }
        }
    }

    private void ReadPayments(ImportFiles files, CancellationToken stop)
    {
        using var table = CsvTable.Open(
            settings.In("payments.csv"), "txn_id", "subscriber_id", "epay_business_id", "category", "amount",
            "timestamp", "terminal_lat", "terminal_lon");
        var fields = new Fields(table, report);
        var order = new TimeOrder(files.Add);
        var progress = new Progress("payments", settings.Time);
        var before = DateTime.MinValue;
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            report.Read(table.File);
            progress.Row();
            if (ReadPayment(table, fields, ref before) is { } purchase)
            {
                order.Add(purchase);
            }
        }

        order.End();
        progress.End();
    }

    private PurchaseRow? ReadPayment(CsvTable table, Fields fields, ref DateTime before)
    {
        if (!_businesses.TryGetValue(table["epay_business_id"], out var business))
        {
            return fields.Refuse("epay_business_id", "is not in merchants.csv");
        }

        if (!SparkovCategories.Mcc.TryGetValue(table["category"], out var mcc))
        {
            return fields.Refuse("category", "is no category of the set");
        }

        if (fields.Positive("amount") is not { } amount || fields.Time("timestamp") is not { } at)
        {
            return null;
        }

        if (at < before)
        {
            throw ToolException.At(
                table.File, table.Line, "timestamp", table["timestamp"],
                "is before the row above; sort the file by it");
        }

        before = at;
        if (fields.Coordinate("terminal_lat", 90) is { } latitude
            && fields.Coordinate("terminal_lon", 180) is { } longitude)
        {
            business.PaidAt(latitude, longitude);
        }

        var subscriber = table["subscriber_id"];
        _unregistered += _registered.Contains(subscriber) ? 0 : 1;
        return new PurchaseRow(
            table["txn_id"], business.TerminalId, PaymentId(subscriber), amount, _times.At(at), mcc);
    }

    private void WriteMerchants(ImportFiles files)
    {
        foreach (var business in _businesses.Values.OrderBy(one => one.Code, StringComparer.Ordinal))
        {
            (decimal Latitude, decimal Longitude)? position = business.HasPayments ? business.Position() : null;
            files.Add(new MerchantRow(business.Code, business.Name, business.Code + "-1", business.Name)
            {
                Latitude = position?.Latitude,
                Longitude = position?.Longitude,
                District = position is { } at ? _cities.Nearest(at.Latitude, at.Longitude) : "",
                TerminalId = business.TerminalId,
                Category = business.Category,
            });
        }
    }

    private void Remark()
    {
        var quiet = _businesses.Values.Count(business => !business.HasPayments);
        report.Remark($"{quiet} businesses have no payment, so their outlets have no position and no district");
        report.Remark($"{_unregistered} payments are of subscribers without a registration record (kept, unbound)");
        report.Remark($"{_times.Skipped} payments in the hour that the clocks of {settings.Zone.Id} skip, moved on");
        report.Remark($"{_times.Repeated} payments in the hour that they repeat, taken as the first of the two");
    }

    private static string PaymentId(string subscriber) => "EP-" + subscriber;

    private static bool TryNumber(string id, out int number)
    {
        number = 0;
        return id.StartsWith('S')
            && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
