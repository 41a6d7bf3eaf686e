using System.Globalization;
using Portal.Tools.Tables;

namespace Portal.Tools.Conversion;

/// <summary>Writes the three files in the portal's import formats (DESIGN section 6).</summary>
internal sealed class ImportFiles : IDisposable
{
    private const string Currency = "USD";

    private readonly OutputTable _subscribers;
    private readonly OutputTable? _merchants;
    private readonly OutputTable? _transactions;
    private readonly ConversionSettings _settings;
    private readonly Dictionary<string, long> _sequences = new(StringComparer.Ordinal);

    public ImportFiles(ConversionSettings settings, bool registrationOnly = false)
    {
        _settings = settings;
        Directory.CreateDirectory(settings.Output);
        _subscribers = new OutputTable(
            Path.Combine(settings.Output, "subscribers.csv"),
            "msisdn", "paymentIds", "name", "gender", "birthDate", "occupation", "address", "district", "arpuMinor",
            "language", "contractDate", "consents");
        if (registrationOnly)
        {
            return;
        }

        _merchants = new OutputTable(
            Path.Combine(settings.Output, "merchants.csv"),
            "merchantCode", "merchantName", "outletCode", "outletName", "district", "latitude", "longitude",
            "terminalId", "terminalKind", "category");
        _transactions = new OutputTable(
            Path.Combine(settings.Output, "transactions.csv"),
            "id", "terminalId", "sequence", "kind", "originalId", "paymentId", "amountMinor", "currency",
            "occurredAt", "category");
    }

    public void Add(SubscriberRow row) => _subscribers.Write(
        row.Msisdn, row.PaymentIds, "", row.Gender, Text(row.BirthDate), row.Occupation, row.Address, row.District,
        Text(row.ArpuMinor), _settings.Language, Text(row.ContractDate), _settings.Consents);

    public void Add(MerchantRow row) => _merchants?.Write(
        row.MerchantCode, row.MerchantName, row.OutletCode, row.OutletName, row.District, Text(row.Latitude),
        Text(row.Longitude), row.TerminalId, "Pos", row.Category);

    /// <summary>Must be called in time order: the terminal's counter moves with each call.</summary>
    public void Add(PurchaseRow row)
    {
        var sequence = _sequences.GetValueOrDefault(row.TerminalId) + 1;
        _sequences[row.TerminalId] = sequence;
        var occurredAt = row.OccurredAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        _transactions?.Write(
            row.Id, row.TerminalId, Text(sequence), "purchase", "", row.PaymentId, Text(row.AmountMinor), Currency,
            occurredAt, row.Category);
    }

    public void Complete(ConversionReport report)
    {
        Complete(_subscribers, "subscribers.csv", report);
        Complete(_merchants, "merchants.csv", report);
        Complete(_transactions, "transactions.csv", report);
    }

    public void Dispose()
    {
        _subscribers.Dispose();
        _merchants?.Dispose();
        _transactions?.Dispose();
    }

    private static void Complete(OutputTable? table, string name, ConversionReport report)
    {
        if (table is not null)
        {
            table.Complete();
            report.Wrote(name, table.Rows);
        }
    }

    private static string Text(IFormattable? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString(null, CultureInfo.InvariantCulture),
    };
}
