namespace Portal.Server.Demo.Town;

/// <summary>The invented town of Yunting (云汀): eight districts on both banks of a river.</summary>
internal static class TownDistrictTable
{
    public const string TownChinese = "云汀市";

    public static IReadOnlyList<TownDistrict> All { get; } =
    [
        new('D', "鼓楼", "Drum Tower", new(0.0, 0.2), 3),
        new('R', "望江", "Riverview", new(2.1, -0.6), 3),
        new('U', "大学城", "University Town", new(-3.4, 2.3), 2),
        new('I', "科创园", "Innovation Park", new(4.2, 1.9), 2),
        new('W', "老码头", "Old Wharf", new(-1.3, -2.1), 4),
        new('M', "青枫里", "Maple Lane", new(-2.6, -0.1), 6),
        new('E', "东站", "East Station", new(5.0, -1.8), 4),
        new('N', "北苑", "North Garden", new(0.9, 3.6), 6),
    ];

    private static readonly Dictionary<char, string[]> Streets = new()
    {
        ['D'] = ["鼓楼街", "桂花巷", "文庙路", "钟声里", "状元坊"],
        ['R'] = ["望江路", "金融街", "听潮路", "长堤路", "江晖道"],
        ['U'] = ["学林路", "问津路", "银杏大道", "书院街", "致远路"],
        ['I'] = ["创智路", "云谷路", "芯片街", "未来大道", "星火路"],
        ['W'] = ["码头街", "渔歌巷", "盐仓路", "船坞里", "灯塔路"],
        ['M'] = ["青枫路", "红叶街", "溪畔路", "柿子巷", "秋水里"],
        ['E'] = ["站前路", "东站大道", "铁道街", "迎宾路", "机务巷"],
        ['N'] = ["北苑路", "牡丹街", "果园路", "杨柳巷", "新桥路"],
    };

    public static TownDistrict Of(char letter) => All.First(district => district.Letter == letter);

    public static string Address(TownDice dice, TownDistrict district)
    {
        var street = dice.Pick(Streets[district.Letter]);
        var flat = (dice.Between(1, 18) * 100) + dice.Between(1, 4);
        return $"{TownChinese}{district.Chinese}{street}{dice.Between(1, 188)}号{dice.Between(1, 12)}幢{flat}室";
    }

    public static TownPoint Near(TownDice dice, TownDistrict district, double spreadKm) => new(
        district.Centre.East + (spreadKm * Math.Clamp(dice.Normal(), -2, 2)),
        district.Centre.North + (spreadKm * Math.Clamp(dice.Normal(), -2, 2)));
}
