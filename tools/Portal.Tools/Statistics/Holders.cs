using Portal.Tools.Cli;
using Portal.Tools.Tables;

namespace Portal.Tools.Statistics;

/// <summary>Who holds a PaymentId, from subscribers.csv.</summary>
internal static class Holders
{
    public static Dictionary<string, string> Read(string path)
    {
        using var table = CsvTable.Open(path, "msisdn", "paymentIds");
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        while (table.Read())
        {
            var msisdn = table["msisdn"];
            var ids = table["paymentIds"].Split(
                ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            foreach (var id in ids)
            {
                if (!holders.TryAdd(id, msisdn) && holders[id] != msisdn)
                {
                    throw ToolException.At(table.File, table.Line, "paymentIds", id, "is bound to a row above, too");
                }
            }
        }

        return holders;
    }

    /// <summary>The category of each terminal, from merchants.csv, for taps that leave theirs out.</summary>
    public static Dictionary<string, string> ReadTerminals(string path)
    {
        using var table = CsvTable.Open(path, "terminalId", "category");
        var categories = new Dictionary<string, string>(StringComparer.Ordinal);
        while (table.Read())
        {
            if (!categories.TryAdd(table["terminalId"], table["category"]))
            {
                throw ToolException.At(table.File, table.Line, "terminalId", table["terminalId"], "stands twice");
            }
        }

        return categories;
    }
}
