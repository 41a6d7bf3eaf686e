using System.Globalization;
using Portal.Tools.Cli;
using Portal.Tools.Tables;

namespace Portal.Tools.Taps;

/// <summary>Reads transactions.csv one tap at a time and stops at the first row that breaks the format.</summary>
internal static class TapFile
{
    private static readonly string[] TimeForms =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    public static IEnumerable<(Tap Tap, long Line)> Read(string path, TimeProvider time)
    {
        using var table = CsvTable.Open(
            path, "id", "terminalId", "kind", "originalId", "paymentId", "amountMinor", "currency", "occurredAt",
            "category");
        var progress = new Progress(Path.GetFileName(path), time);
        while (table.Read())
        {
            progress.Row();
            yield return (Read(table), table.Line);
        }

        progress.End();
    }

    private static Tap Read(CsvTable table)
    {
        var kind = Kind(table);
        var originalId = table["originalId"];
        if (kind != TapKind.Purchase && originalId.Length == 0)
        {
            throw Wrong(table, "originalId", "must name the original of a refund or reversal");
        }

        return new Tap(
            Given(table, "id"),
            Given(table, "terminalId"),
            kind,
            kind == TapKind.Purchase ? null : originalId,
            Given(table, "paymentId"),
            Amount(table),
            Given(table, "currency"),
            OccurredAt(table),
            table["category"].Length == 0 ? null : table["category"]);
    }

    private static TapKind Kind(CsvTable table) => table["kind"] switch
    {
        "purchase" => TapKind.Purchase,
        "refund" => TapKind.Refund,
        "reversal" => TapKind.Reversal,
        _ => throw Wrong(table, "kind", "is none of purchase, refund, reversal"),
    };

    private static string Given(CsvTable table, string column) =>
        table[column].Length > 0 ? table[column] : throw Wrong(table, column, "must not be empty");

    private static long Amount(CsvTable table) =>
        long.TryParse(table["amountMinor"], NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
        && amount > 0
            ? amount
            : throw Wrong(table, "amountMinor", "is no whole number above zero");

    private static DateTimeOffset OccurredAt(CsvTable table) =>
        DateTimeOffset.TryParseExact(
            table["occurredAt"], TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw Wrong(table, "occurredAt", "is no time with an offset, such as 2026-11-23T10:00:00+08:00");

    private static ToolException Wrong(CsvTable table, string column, string rule) =>
        ToolException.At(table.File, table.Line, column, table[column], rule);
}
