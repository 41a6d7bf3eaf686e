using System.Globalization;

namespace Portal.Tools.Conversion;

/// <summary>What came in, what went out, what was refused or left empty, and why: printed, and in notes.txt.</summary>
internal sealed class ConversionReport
{
    // A rule that hits this often is described by its count; the rest of its rows adds nothing for a reader.
    private const int ExamplesPerRule = 1_000;

    private readonly SortedDictionary<string, long> _read = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _wrote = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _refused = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _emptied = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _noted = new(StringComparer.Ordinal);
    private readonly List<string> _remarks = [];
    private readonly List<string> _notes = [];

    public void Read(string file) => Count(_read, Path.GetFileName(file));

    public void Wrote(string file, long rows) => _wrote[file] = rows;

    /// <summary>A row of the source that does not go out.</summary>
    public void Refuse(string file, long line, string column, string value, string rule)
    {
        Count(_refused, $"{Path.GetFileName(file)}: {column} {rule}");
        Note("refused", file, line, column, value, rule);
    }

    /// <summary>The row goes out, this value of it does not.</summary>
    public void LeaveEmpty(string file, long line, string column, string value, string rule)
    {
        Count(_emptied, $"{Path.GetFileName(file)}: {column} {rule}");
        Note("left empty", file, line, column, value, rule);
    }

    public void Remark(string text) => _remarks.Add(text);

    public void Save(string folder)
    {
        using var writer = new StreamWriter(Path.Combine(folder, "notes.txt"));
        foreach (var line in Summary().Concat(_notes))
        {
            writer.WriteLine(line);
        }
    }

    public IEnumerable<string> Summary() =>
    [
        .. _read.Select(pair => Line("rows in ", pair)),
        .. _wrote.Select(pair => Line("rows out", pair)),
        .. _refused.Count == 0 ? ["refused   none"] : _refused.Select(pair => Line("refused ", pair)),
        .. _emptied.Select(pair => Line("emptied ", pair)),
        .. _remarks.Select(text => $"note      {text}"),
    ];

    private static string Line(string label, KeyValuePair<string, long> pair) =>
        string.Create(CultureInfo.InvariantCulture, $"{label} {pair.Value,9:N0}  {pair.Key}");

    private static void Count(SortedDictionary<string, long> counts, string key) =>
        counts[key] = counts.GetValueOrDefault(key) + 1;

    private void Note(string what, string file, long line, string column, string value, string rule)
    {
        var noted = _noted[column + rule] = _noted.GetValueOrDefault(column + rule) + 1;
        if (noted <= ExamplesPerRule)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}, line {line}");
            _notes.Add($"{what}: {at}, column {column}: '{value}' {rule}");
        }
        else if (noted == ExamplesPerRule + 1)
        {
            _notes.Add($"{what}: more rows of the rule '{column} {rule}' are counted above and not listed");
        }
    }
}
