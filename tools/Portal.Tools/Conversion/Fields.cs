using System.Globalization;
using Portal.Tools.Tables;

namespace Portal.Tools.Conversion;

/// <summary>Reads typed values of the current row and reports those that break a rule.</summary>
internal sealed class Fields(CsvTable table, ConversionReport report)
{
    /// <summary>Reports the row as refused; returns null so that a reader can end with it.</summary>
    public PurchaseRow? Refuse(string column, string rule)
    {
        report.Refuse(table.File, table.Line, column, table[column], rule);
        return null;
    }

    /// <summary>An amount above zero, or null with the row refused.</summary>
    public long? Positive(string column)
    {
        if (!MinorUnits.TryParse(table[column], out var amount))
        {
            Refuse(column, MinorUnits.Rule);
            return null;
        }

        if (amount <= 0)
        {
            Refuse(column, "is not above zero");
            return null;
        }

        return amount;
    }

    /// <summary>An amount of either sign, or null with the row refused.</summary>
    public long? Amount(string column)
    {
        if (MinorUnits.TryParse(table[column], out var amount))
        {
            return amount;
        }

        Refuse(column, MinorUnits.Rule);
        return null;
    }

    /// <summary>A wall-clock time without zone, or null with the row refused.</summary>
    public DateTime? Time(string column)
    {
        string[] forms = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];
        if (DateTime.TryParseExact(
            table[column], forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Refuse(column, "is no time such as 2025-01-31T09:05:00");
        return null;
    }

    /// <summary>The monthly bill; a negative one is dirty input and stays empty.</summary>
    public long? Arpu(string column)
    {
        if (table[column].Length == 0)
        {
            return null;
        }

        if (!MinorUnits.TryParse(table[column], out var amount))
        {
            return LeaveEmpty<long>(column, MinorUnits.Rule);
        }

        return amount >= 0 ? amount : LeaveEmpty<long>(column, "is negative");
    }

    public DateOnly? Date(string column, string form)
    {
        if (table[column].Length == 0)
        {
            return null;
        }

        return DateOnly.TryParseExact(
            table[column], form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : LeaveEmpty<DateOnly>(column, $"is no date of the form {form}");
    }

    public string Gender(string column)
    {
        switch (table[column])
        {
            case "F" or "Female":
                return "F";
            case "M" or "Male":
                return "M";
            case "X" or "O":
                return "X";
            case "":
                return "";
            default:
                LeaveEmpty<int>(column, "is no gender of the set");
                return "";
        }
    }

    public decimal? Coordinate(string column, int limit)
    {
        return decimal.TryParse(table[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees)
            && Math.Abs(degrees) <= limit
            ? degrees
            : LeaveEmpty<decimal>(column, $"is no number of degrees within {limit}");
    }

    public int? Count(string column, int limit)
    {
        return int.TryParse(table[column], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count <= limit
            ? count
            : LeaveEmpty<int>(column, $"is no whole number up to {limit}");
    }

    private T? LeaveEmpty<T>(string column, string rule)
        where T : struct
    {
        report.LeaveEmpty(table.File, table.Line, column, table[column], rule);
        return null;
    }
}
