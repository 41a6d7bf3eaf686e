using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Portal.Tools.Cli;

namespace Portal.Tools.Tables;

/// <summary>A CSV file read forward, columns by name; every complaint names the file and the line.</summary>
internal sealed class CsvTable : IDisposable
{
    private readonly SourceFile _source;
    private readonly CsvReader _csv;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private CsvTable(SourceFile source)
    {
        _source = source;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectColumnCountChanges = true,
            TrimOptions = TrimOptions.None,
        };
        _csv = new CsvReader(source.Reader, configuration);
    }

    public string File => _source.Name;

    /// <summary>The line of the file on which the current row ends, as an editor counts.</summary>
    public long Line => _csv.Parser.RawRow;

    public string this[string column]
    {
        get
        {
            try
            {
                return _csv.GetField(_columns[column]) ?? "";
            }
            catch (CsvHelperException broken)
            {
                // Quotes are looked at only here, when the field is taken out of its row.
                throw new ToolException($"{File}, line {Line}, column {column}: is badly quoted ({Reason(broken)})");
            }
        }
    }

    /// <summary>Opens the file, or the one with .xz after it, and checks its header.</summary>
    public static CsvTable Open(string path, params string[] required)
    {
        var table = new CsvTable(SourceFile.Open(path));
        try
        {
            table.ReadHeader(required);
            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    public bool Read()
    {
        try
        {
            if (_csv.Read())
            {
                return true;
            }
        }
        catch (CsvHelperException broken)
        {
            _source.EnsureNotCutOff();
            throw new ToolException(
                $"{File}, line {Line}: is no well-formed CSV row of {_columns.Count} columns ({Reason(broken)})");
        }

        _source.EnsureComplete();
        return false;
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>The value, or an empty text when the file does not have the column.</summary>
    public string Optional(string column) => Has(column) ? this[column] : "";

    public void Dispose()
    {
        _csv.Dispose();
        _source.Dispose();
    }

    private void ReadHeader(string[] required)
    {
        if (!Read() || !_csv.ReadHeader())
        {
            throw new ToolException($"{File}: is empty; a header row is expected");
        }

        // Names are trimmed because one of the public sets ends some of them with a blank.
        var names = _csv.HeaderRecord ?? [];
        for (var index = 0; index < names.Length; index++)
        {
            if (!_columns.TryAdd(names[index].Trim(), index))
            {
                throw new ToolException($"{File}, line 1: column {names[index].Trim()} stands twice in the header");
            }
        }

        var missing = required.Where(name => !_columns.ContainsKey(name)).ToList();
        if (missing.Count > 0)
        {
            throw new ToolException($"{File}, line 1: the header lacks the column {string.Join(", ", missing)}");
        }
    }

    private static string Reason(CsvHelperException broken) => broken is BadDataException bad && bad.Field.Length > 0
        ? bad.Field.Trim()
        : broken.Message.Split('\n', 2)[0].Trim().TrimEnd('.');
}
