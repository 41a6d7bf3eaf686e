namespace Portal.Server.Demo.Town;

/// <summary>How a person's days run; decides when they are free to buy.</summary>
internal enum TownRhythm
{
    Worker,
    Shift,
    Student,
    Retired,
    Home,
}

internal static class TownRhythmTable
{
    public const int Count = 5;

    private const string RestDay = "210000124689978888998643";

    // Anyone may be up at any hour; without this, shift workers alone would people the night.
    private const double Sleepless = 0.2;

    private static readonly string[] WorkDay =
    [
        "100001378326952336998642",
        "432112466556766667777665",
        "210000275348943458977753",
        "000003899985324554321000",
        "100000246898656787665421",
    ];

    // An office worker's rest day differs from a working day in full, a retired person's hardly.
    private static readonly double[] RestShare = [1.0, 0.5, 0.8, 0.25, 0.6];

    public static double FreeAt(TownRhythm rhythm, bool restDay, int hour)
    {
        var ownCurve = restDay && rhythm is not (TownRhythm.Retired or TownRhythm.Shift);
        var curve = ownCurve ? RestDay : WorkDay[(int)rhythm];
        return curve[hour] - '0' + Sleepless;
    }

    public static double RestFactor(TownRhythm rhythm, TownTradeFacts facts) =>
        Math.Pow(facts.RestFactor, RestShare[(int)rhythm]);
}
