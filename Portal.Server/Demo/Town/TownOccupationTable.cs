namespace Portal.Server.Demo.Town;

/// <summary>ARPU in yuan; shares between 0 and 1; one letter of WorkDistricts is one share of work places.</summary>
internal sealed record TownOccupation(
    string Code,
    string Chinese,
    int Weight,
    int YoungestAge,
    int OldestAge,
    int MedianArpu,
    TownRhythm Rhythm,
    double TransitShare,
    double CarShare,
    double FemaleShare,
    string WorkDistricts);

internal static class TownOccupationTable
{
    public static IReadOnlyList<TownOccupation> All { get; } =
    [
        new("office", "办公室职员", 18, 22, 55, 88, TownRhythm.Worker, 0.55, 0.30, 0.52, "RRRDDIE"),
        new("engineer", "工程师", 11, 23, 50, 105, TownRhythm.Worker, 0.55, 0.35, 0.25, "IIIIRU"),
        new("teacher", "教师", 5, 24, 58, 78, TownRhythm.Worker, 0.35, 0.35, 0.66, "UUDMN"),
        new("civil-servant", "公务员", 5, 24, 59, 85, TownRhythm.Worker, 0.35, 0.45, 0.45, "DDR"),
        new("sales", "销售人员", 7, 20, 48, 82, TownRhythm.Worker, 0.45, 0.30, 0.50, "RRDE"),
        new("student", "学生", 15, 18, 25, 38, TownRhythm.Student, 0.12, 0.01, 0.51, "UUUUUUD"),
        new("retiree", "退休人员", 14, 58, 82, 30, TownRhythm.Retired, 0.00, 0.12, 0.54, ""),
        new("factory", "工厂工人", 6, 19, 54, 48, TownRhythm.Shift, 0.30, 0.15, 0.38, "EEI"),
        new("driver", "司机", 3, 23, 58, 66, TownRhythm.Shift, 0.03, 0.70, 0.08, "EEN"),
        new("medical", "医护人员", 4, 23, 57, 80, TownRhythm.Shift, 0.40, 0.35, 0.70, "DDDM"),
        new("hospitality", "餐饮服务员", 4, 18, 48, 45, TownRhythm.Shift, 0.35, 0.08, 0.56, "DRWU"),
        new("construction", "建筑工人", 2, 20, 56, 44, TownRhythm.Shift, 0.25, 0.12, 0.08, "NI"),
        new("shopkeeper", "个体店主", 4, 24, 60, 72, TownRhythm.Home, 0.05, 0.40, 0.45, "DWM"),
        new("homemaker", "全职家长", 4, 26, 55, 52, TownRhythm.Home, 0.00, 0.35, 0.85, ""),
        new("freelancer", "自由职业者", 3, 21, 50, 70, TownRhythm.Home, 0.08, 0.20, 0.48, ""),
    ];

    public static IReadOnlyDictionary<string, string> ChineseLabels { get; } =
        All.ToDictionary(occupation => occupation.Code, occupation => occupation.Chinese);

    private static readonly double[] Weights = [.. All.Select(occupation => (double)occupation.Weight)];

    public static TownOccupation Draw(TownDice dice) => All[dice.Weighted(Weights)];

    public static TownOccupation Of(string code) => All.First(occupation => occupation.Code == code);
}
