using System.Globalization;
using Portal.Tools.Tables;

namespace Portal.Tools.Conversion.Others;

/// <summary>Receipt lines of a grocer, one purchase a basket and category; mapping in tools/README.md.</summary>
internal sealed class CompleteJourneyConversion(ConversionSettings settings, ConversionReport report)
{
    // The middle of each age band; the set does not tell more.
    private static readonly Dictionary<string, int> Ages = new(StringComparer.Ordinal)
    {
        ["19-24"] = 22,
        ["25-34"] = 30,
        ["35-44"] = 40,
        ["45-54"] = 50,
        ["55-64"] = 60,
        ["65+"] = 70,
    };

    private const int YearOfSet = 2017;

    private readonly LocalTimes _times = new(settings.Zone);
    private readonly SortedDictionary<int, string> _households = [];
    private readonly Dictionary<(string Basket, string Mcc), BasketPart> _parts = [];
    private readonly Dictionary<string, string> _mccOfProduct = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _stores = new(StringComparer.Ordinal);
    private long _unknownProducts;
    private string _linesFile = "";

    public void Run(CancellationToken stop)
    {
        using var files = new ImportFiles(settings);
        ReadDemographics();
        ReadProducts();
        ReadLines(stop);
        WriteSubscribers(files);
        WriteMerchants(files);
        WritePurchases(files);
        files.Complete(report);
        report.Remark($"{_unknownProducts} lines of products that products.csv does not have went to MCC 5411");
    }

    private void ReadDemographics()
    {
        using var table = CsvTable.Open(settings.In("demographics.csv"), "household_id", "age");
        var fields = new Fields(table, report);
        while (table.Read())
        {
            report.Read(table.File);
            if (Household(table) is not { } household || !_households.TryAdd(household, table["age"]))
            {
                fields.Refuse("household_id", "is no household number, or stands twice");
            }
        }
    }

    private void ReadProducts()
    {
        using var table = CsvTable.Open(settings.In("products.csv"), "product_id", "department");
        while (table.Read())
        {
            report.Read(table.File);
            _mccOfProduct[table["product_id"]] =
                GrocerCategories.Mcc.GetValueOrDefault(table["department"], GrocerCategories.Store);
        }
    }

    private void ReadLines(CancellationToken stop)
    {
        using var table = CsvTable.Open(
            settings.In("transactions_sample.csv"), "household_id", "store_id", "basket_id", "product_id",
            "sales_value", "coupon_disc", "transaction_timestamp");
        var fields = new Fields(table, report);
        _linesFile = table.File;
        var progress = new Progress("receipt lines", settings.Time);
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            report.Read(table.File);
            progress.Row();
            ReadLine(table, fields);
        }

        progress.End();
    }

    private void ReadLine(CsvTable table, Fields fields)
    {
        if (Household(table) is not { } household)
        {
            fields.Refuse("household_id", "is no household number");
            return;
        }

        // What the store receives, less the maker's coupon that the shopper hands over instead of money.
        if (fields.Amount("sales_value") is not { } value || fields.Amount("coupon_disc") is not { } coupon
            || fields.Time("transaction_timestamp") is not { } at)
        {
            return;
        }

        if (!_mccOfProduct.TryGetValue(table["product_id"], out var mcc))
        {
            mcc = GrocerCategories.Store;
            _unknownProducts++;
        }

        var key = (table["basket_id"], mcc);
        if (!_parts.TryGetValue(key, out var part))
        {
            _households.TryAdd(household, "");
            _stores.Add(table["store_id"]);
            part = new BasketPart(household, table["store_id"], _times.At(at), table.Line);
            _parts.Add(key, part);
        }
        else if (part.Household != household || part.Store != table["store_id"])
        {
            fields.Refuse("basket_id", "belongs to another household or store in a line above");
            return;
        }

        part.AmountMinor += value - coupon;
    }

    private void WriteSubscribers(ImportFiles files)
    {
        foreach (var (household, age) in _households)
        {
            var row = new SubscriberRow(FictionalMsisdn.Of(SourceSet.CompleteJourney, household), PaymentId(household));
            files.Add(Ages.TryGetValue(age, out var years)
                ? row with { BirthDate = new DateOnly(YearOfSet - years, 7, 1) }
                : row);
        }
    }

    private void WriteMerchants(ImportFiles files)
    {
        foreach (var store in _stores)
        {
            files.Add(new MerchantRow("CJ", "Complete Journey grocer", "CJ-" + store, "Store " + store)
            {
                TerminalId = Terminal(store),
                Category = GrocerCategories.Store,
            });
        }
    }

    private void WritePurchases(ImportFiles files)
    {
        foreach (var ((basket, mcc), part) in _parts
            .OrderBy(pair => pair.Value.At)
            .ThenBy(pair => pair.Key.Basket, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Mcc, StringComparer.Ordinal))
        {
            if (part.AmountMinor <= 0)
            {
                report.Refuse(
                    _linesFile, part.Line, "sales_value", part.AmountMinor.ToString(CultureInfo.InvariantCulture),
                    "less coupon_disc is, over the basket and category, not above zero (minor units)");
                continue;
            }

            files.Add(new PurchaseRow(
                $"CJ-{basket}-{mcc}", Terminal(part.Store), PaymentId(part.Household), part.AmountMinor, part.At, mcc));
        }
    }

    private static int? Household(CsvTable table) =>
        int.TryParse(table["household_id"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < FictionalMsisdn.NumbersPerSet
            ? number
            : null;

    private static string PaymentId(int household) =>
        string.Create(CultureInfo.InvariantCulture, $"EP-CJ{household:0000}");

    private static string Terminal(string store) => "T-CJ-" + store;

    private sealed record BasketPart(int Household, string Store, DateTimeOffset At, long Line)
    {
        public long AmountMinor { get; set; }
    }
}
