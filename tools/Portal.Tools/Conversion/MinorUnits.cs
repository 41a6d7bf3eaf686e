using System.Globalization;

namespace Portal.Tools.Conversion;

internal static class MinorUnits
{
    public const string Rule = "is no amount with at most two decimals";

    // decimal keeps 19.99 exact; a double would not, and rounding would hide a third decimal.
    private const NumberStyles Allowed = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    // Far above any payment, and far below what could overflow a sum of millions of them.
    private const decimal Limit = 1_000_000_000_000m;

    public static bool TryParse(string text, out long minor)
    {
        minor = 0;
        if (!decimal.TryParse(text, Allowed, CultureInfo.InvariantCulture, out var amount)
            || Math.Abs(amount) > Limit
            || decimal.Truncate(amount * 100) != amount * 100)
        {
            return false;
        }

        minor = (long)(amount * 100);
        return true;
    }
}
