using System.Globalization;
using Portal.Tools.Cli;

namespace Portal.Tools.Conversion;

/// <summary>
/// Invents phone numbers that can belong to nobody: the North American plan keeps 555-0100 to 555-0199 of each
/// area code for fiction. That is 100 numbers an area code, so each set has a block of 100 area codes to itself,
/// and sets that are imported together do not collide.
/// </summary>
internal static class FictionalMsisdn
{
    public const int NumbersPerSet = AreaCodesPerSet * NumbersPerAreaCode;

    private const int AreaCodesPerSet = 100;
    private const int NumbersPerAreaCode = 100;

    private static readonly int[] AreaCodes = [.. Enumerable.Range(200, 800).Where(IsAreaCode)];

    /// <summary>The number of a subscriber: the same set and number always give the same MSISDN.</summary>
    public static string Of(SourceSet set, int number)
    {
        if (number is < 0 or >= NumbersPerSet)
        {
            throw new ToolException(
                $"{set}: subscriber number {number} is outside 0 to {NumbersPerSet - 1}, which have phone numbers");
        }

        var areaCode = AreaCodes[((int)set * AreaCodesPerSet) + (number / NumbersPerAreaCode)];
        return string.Create(CultureInfo.InvariantCulture, $"+1{areaCode}55501{number % NumbersPerAreaCode:00}");
    }

    // NANP: the middle digit 9 is kept for expansion, N11 are service codes.
    private static bool IsAreaCode(int code) => code / 10 % 10 != 9 && code % 100 != 11;
}
