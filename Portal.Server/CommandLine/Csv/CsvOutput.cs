using System.Globalization;
using System.Text;
using CsvHelper;

namespace Portal.Server.CommandLine.Csv;

/// <summary>
/// Writes a CSV file (UTF-8, RFC 4180). It is written beside its place and moved there when it is whole, so that nobody
/// reads half an export; only its owner may read it, because exports name people.
/// </summary>
internal sealed class CsvOutput : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _draft;
    private readonly CsvWriter _csv;

    public CsvOutput(string path, IReadOnlyList<string> columns)
    {
        (_path, _draft) = (path, path + ".part");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        _csv = new CsvWriter(new StreamWriter(_draft, utf8, options), CultureInfo.InvariantCulture);
        Write([.. columns]);
        Rows = 0;
    }

    public long Rows { get; private set; }

    public void Write(params ReadOnlySpan<string?> fields)
    {
        foreach (var field in fields)
        {
            _csv.WriteField(field);
        }

        _csv.NextRecord();
        Rows++;
    }

    /// <summary>Puts the whole file in its place.</summary>
    public async Task FinishAsync()
    {
        await _csv.DisposeAsync();
        File.Move(_draft, _path, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _csv.DisposeAsync();
        File.Delete(_draft);
    }
}
