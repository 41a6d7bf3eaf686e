using System.Globalization;

namespace Portal.Server.Demo.Town;

/// <summary>Writes the registration records: who the people are, apart from how they live.</summary>
internal static class TownRegistry
{
    public const string FirstPaymentId = "EP-DEMO-0001";

    private const long FirstMsisdn = 8613800000001;

    // Ages are counted from a fixed day: the town must not depend on the day it is made.
    private const int YearOfAges = 2026;

    public static TownSubscriber First(TownDistrict home) => new(
        $"+{FirstMsisdn}",
        [FirstPaymentId],
        "林晓雨",
        "F",
        new(1994, 5, 20),
        "office",
        $"{TownDistrictTable.TownChinese}{home.Chinese}红叶街18号3幢1602室",
        home.Name,
        12800,
        "en",
        new(2017, 9, 1),
        ["sms", "stk", "voice", "wappush"]);

    public static TownSubscriber Draw(TownDice dice, int index, TownOccupation occupation, TownDistrict home)
    {
        var gender = dice.Chance(0.006) ? "X" : dice.Chance(occupation.FemaleShare) ? "F" : "M";
        var birthYear = YearOfAges - dice.Between(occupation.YoungestAge, occupation.OldestAge);
        var birth = new DateOnly(birthYear, 1, 1).AddDays(dice.Below(365));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"+{FirstMsisdn + index}"),
            PaymentIds(dice, index),
            TownNameTable.Draw(dice, gender),
            gender,
            birth,
            occupation.Code,
            TownDistrictTable.Address(dice, home),
            home.Name,
            Arpu(dice, occupation),
            dice.Chance(0.08) ? "en" : "zh-CN",
            Contract(dice, birth),
            Consents(dice));
    }

    public static TownDistrict Home(TownDice dice, TownOccupation occupation)
    {
        if (occupation.Rhythm == TownRhythm.Student && dice.Chance(0.75))
        {
            return TownDistrictTable.Of('U');
        }

        double[] weights = [.. TownDistrictTable.All.Select(district => (double)district.HomeWeight)];
        return TownDistrictTable.All[dice.Weighted(weights)];
    }

    private static string[] PaymentIds(TownDice dice, int index)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"EP-DEMO-{index + 1:D4}");
        return dice.Chance(0.1) ? [first, first + "-B"] : [first];
    }

    private static long Arpu(TownDice dice, TownOccupation occupation)
    {
        var fen = Math.Max(800, occupation.MedianArpu * 100 * dice.Spread(0.42));
        return (long)(fen / 10) * 10;
    }

    private static DateOnly Contract(TownDice dice, DateOnly birth)
    {
        var last = new DateOnly(2025, 12, 31).DayNumber;
        var first = Math.Max(birth.AddYears(16).DayNumber, new DateOnly(2006, 1, 1).DayNumber);
        // Towards the present: of all contracts ever made, the recent ones are those still alive.
        return DateOnly.FromDayNumber(last - (int)((last - first) * Math.Pow(dice.Unit(), 1.6)));
    }

    private static string[] Consents(TownDice dice)
    {
        (string Channel, double Share)[] shares = [("sms", 0.85), ("stk", 0.4), ("voice", 0.15), ("wappush", 0.3)];
        return [.. shares.Where(consent => dice.Chance(consent.Share)).Select(consent => consent.Channel)];
    }
}
