using System.Globalization;
using Portal.Tools.Cli;
using Portal.Tools.Tables;

namespace Portal.Tools.Statistics;

/// <summary>Which consumption category a merchant category code belongs to.</summary>
internal sealed class MccTable(string source)
{
    private readonly Dictionary<string, string> _categories = new(StringComparer.Ordinal);

    public int Count => _categories.Count;

    public string Source => source;

    public static MccTable FromFile(string path)
    {
        using var table = CsvTable.Open(path, "mcc", "category");
        var codes = new MccTable(path);
        while (table.Read())
        {
            codes.Add(table["mcc"], table["category"], $"{table.File}, line {table.Line}");
        }

        return codes;
    }

    public string? CategoryOf(string mcc) => _categories.GetValueOrDefault(mcc);

    /// <summary>Takes a code such as 5812, or a range such as 5811-5814 with both ends in it.</summary>
    public void Add(string codes, string category, string where)
    {
        var ends = codes.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || category.Length == 0 || !ends.All(IsMcc))
        {
            throw new ToolException(
                $"{where}: '{codes}' with category '{category}' is no four-digit code, or range such as 5811-5814, "
                + "with a category");
        }

        var first = Number(ends[0]);
        var last = Number(ends[^1]);
        if (last < first)
        {
            throw new ToolException($"{where}: the range {codes} ends before it begins");
        }

        for (var number = first; number <= last; number++)
        {
            var mcc = number.ToString("0000", CultureInfo.InvariantCulture);
            if (!_categories.TryAdd(mcc, category) && _categories[mcc] != category)
            {
                throw new ToolException($"{where}: MCC {mcc} belongs to {_categories[mcc]} and to {category}");
            }
        }
    }

    private static bool IsMcc(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);

    private static int Number(string mcc) => int.Parse(mcc, CultureInfo.InvariantCulture);
}
