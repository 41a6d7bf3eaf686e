using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Portal.Tools.Tables;

/// <summary>A CSV file being written (UTF-8, RFC 4180); it gets its name only when it is complete.</summary>
internal sealed class OutputTable : IDisposable
{
    private readonly string _path;
    private readonly CsvWriter _csv;
    private readonly int _columns;
    private bool _closed;

    public OutputTable(string path, params string[] columns)
    {
        _path = path;
        _columns = columns.Length;
        var writer = new StreamWriter(Partial, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        _csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });
        Write(columns);
        Rows = 0;
    }

    public long Rows { get; private set; }

    private string Partial => _path + ".partial";

    public void Write(params ReadOnlySpan<string> values)
    {
        if (values.Length != _columns)
        {
            throw new ArgumentException($"{values.Length} values for {_columns} columns", nameof(values));
        }

        foreach (var value in values)
        {
            _csv.WriteField(value);
        }

        _csv.NextRecord();
        Rows++;
    }

    public void Complete()
    {
        Close();
        File.Move(Partial, _path, overwrite: true);
    }

    public void Dispose()
    {
        if (!_closed)
        {
            Close();
            File.Delete(Partial);
        }
    }

    private void Close()
    {
        _csv.Dispose();
        _closed = true;
    }
}
