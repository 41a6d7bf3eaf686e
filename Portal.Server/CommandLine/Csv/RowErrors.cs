using System.Globalization;
using System.Text;
using CsvHelper;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Privacy;

namespace Portal.Server.CommandLine.Csv;

/// <summary>
/// Writes refused rows to <c>FILE.errors.csv</c>: row, field, rule, then the row itself without anything that could be a
/// card number. The file is made with the first error, and only its owner may read it: it holds what the import held.
/// </summary>
internal sealed class RowErrors : IDisposable
{
    /// <summary>Shown on the screen as well, so that a wrong file is understood at once.</summary>
    private const int Shown = 5;

    private static readonly string[] _ownColumns = ["row", "field", "rule"];

    private readonly string[] _header;
    private readonly TextWriter _screen;
    private CsvWriter? _csv;

    public RowErrors(string importFile, string[] header, TextWriter screen)
    {
        var stem = importFile.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? importFile[..^4] : importFile;
        Path = $"{stem}.errors.csv";
        (_header, _screen) = (header, screen);
        File.Delete(Path);
    }

    public string Path { get; }

    public long Count { get; private set; }

    public void Add(CsvRow row, Error error)
    {
        var (field, rule) = error.Fields?.FirstOrDefault() is { Key: { } name, Value: { } rules }
            ? (name, string.Join(' ', rules))
            : ("", error.Message);
        Add(row, field, $"{rule} ({error.Code})");
    }

    public void Add(CsvRow row, string field, string rule)
    {
        _csv ??= Open();
        _csv.WriteField(row.Number);
        _csv.WriteField(field);
        _csv.WriteField(rule);
        for (var i = 0; i < row.Fields.Length; i++)
        {
            _csv.WriteField(Safe(row, i));
        }

        _csv.NextRecord();
        if (++Count <= Shown)
        {
            _screen.WriteLine($"row {row.Number}: {(field.Length > 0 ? field + ": " : "")}{rule}");
        }
    }

    public void Dispose() => _csv?.Dispose();

    /// <summary>A phone number with its plus sign stays, where it is expected: 13 digits may pass as a card by chance.</summary>
    private static string Safe(CsvRow row, int index)
    {
        var value = row.Fields[index];
        return row.Columns.TryGetValue("msisdn", out var msisdn) && msisdn == index && Msisdn.TryParse(value, out _)
            ? value
            : CardNumbers.Mask(value);
    }

    private CsvWriter Open()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var csv = new CsvWriter(new StreamWriter(Path, Encoding.UTF8, options), CultureInfo.InvariantCulture);
        foreach (var name in _ownColumns.Concat(_header))
        {
            csv.WriteField(name);
        }

        csv.NextRecord();
        return csv;
    }
}
