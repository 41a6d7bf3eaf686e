using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Portal.Server.CommandLine.Csv;

/// <summary>
/// Reads a CSV file forward (UTF-8, RFC 4180, header row), one row in memory at a time. The columns are found by their
/// names, in any order; a missing or unknown one ends the reading before it begins.
/// </summary>
internal sealed class CsvInput : IDisposable
{
    /// <summary>A quote that is never closed would swallow the file; no field of any import is this long.</summary>
    private const int MaxFieldLength = 10_000;

    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly FileStream _stream;
    private readonly CsvParser _parser;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private bool _badQuotes;

    private CsvInput(string path)
    {
        _stream = new FileStream(path, new FileStreamOptions { BufferSize = 1 << 16, Options = FileOptions.SequentialScan });
        var reader = new StreamReader(_stream, _strictUtf8, detectEncodingFromByteOrderMarks: false, 1 << 16);
        _parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            MaxFieldSize = MaxFieldLength,
            BadDataFound = _ => _badQuotes = true,
            CountBytes = false,
        });
        Path = path;
    }

    public string Path { get; }

    public string[] Header { get; private set; } = [];

    /// <summary>Bytes of the file, and how many of them have been read.</summary>
    public long Length => _stream.Length;

    public long Position => _stream.Position;

    /// <summary>Opens a file and checks its header.</summary>
    /// <exception cref="VerbException">It cannot be read, or its columns are not these.</exception>
    public static CsvInput Open(string path, IReadOnlyList<string> columns)
    {
        if (!File.Exists(path))
        {
            throw new VerbException($"{path}: there is no such file.");
        }

        var input = new CsvInput(path);
        try
        {
            input.ReadHeader(columns);
            return input;
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    public IEnumerable<CsvRow> Rows()
    {
        for (var number = 1L; Read(); number++)
        {
            var fields = _parser.Record ?? [];
            var fault = _badQuotes ? "The row is badly quoted (RFC 4180): a quote inside a field is written twice."
                : fields.Length != Header.Length ? $"The row has {fields.Length} fields, the header has {Header.Length}."
                : null;
            yield return new CsvRow(number, fields, _columns, fault);
        }
    }

    public void Dispose()
    {
        _parser.Dispose();
        _stream.Dispose();
    }

    private bool Read()
    {
        _badQuotes = false;
        try
        {
            return _parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw new VerbException(
                $"{Path}, line {_parser.RawRow}: a field is longer than {MaxFieldLength:N0} characters; is a quote not closed?");
        }
        catch (DecoderFallbackException)
        {
            throw new VerbException($"{Path}, after line {_parser.RawRow}: this is not UTF-8.");
        }
    }

    private void ReadHeader(IReadOnlyList<string> expected)
    {
        if (!Read())
        {
            throw new VerbException($"{Path}: is empty; the first line must name the columns {string.Join(',', expected)}.");
        }

        Header = [.. (_parser.Record ?? []).Select((name, index) => (index == 0 ? name.TrimStart('\uFEFF') : name).Trim())];
        for (var index = 0; index < Header.Length; index++)
        {
            if (!_columns.TryAdd(Header[index], index))
            {
                throw new VerbException($"{Path}: the column '{Header[index]}' stands twice in the header.");
            }
        }

        var missing = expected.Where(name => !_columns.ContainsKey(name)).ToList();
        var unknown = Header.Except(expected, StringComparer.Ordinal).Select(CardNumbers.Mask).ToList();
        if (missing.Count + unknown.Count > 0)
        {
            throw new VerbException(string.Join(' ', new[]
            {
                $"{Path}:",
                missing.Count > 0 ? $"missing column(s): {string.Join(", ", missing)}." : null,
                unknown.Count > 0 ? $"unknown column(s): {string.Join(", ", unknown)}." : null,
                $"The columns are {string.Join(',', expected)}, in any order.",
            }.OfType<string>()));
        }
    }
}
