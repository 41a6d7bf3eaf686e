using System.Collections.Frozen;
using System.Globalization;

namespace Portal.Shared.Categories;

/// <summary>The closed list of consumption categories, and which merchant category code (ISO 18245) is in which.</summary>
public static class ConsumptionCategories
{
    /// <summary>Where a code falls that no other category names.</summary>
    public const byte OtherId = 22;

    /// <summary>All categories, in the order in which they are shown.</summary>
    public static IReadOnlyList<ConsumptionCategory> All { get; } =
    [
        new(1, "groceries", "Groceries", "超市食品", ["5411", "5422", "5451"]),
        new(2, "convenience", "Convenience", "便利店", ["5499", "5331", "5300"]),
        new(3, "bakery", "Bakery and sweets", "烘焙甜点", ["5441", "5462"]),
        new(4, "dining", "Dining", "餐饮", ["5811-5813"]),
        new(5, "fast-food", "Fast food and cafés", "快餐饮品", ["5814"]),
        new(6, "transit", "Transit", "公共交通", ["4111", "4112", "4131", "4784", "4121", "7523"]),
        new(7, "fuel", "Fuel and car", "加油汽车", ["5541", "5542", "5552", "5511-5533", "7531-7549", "5571-5599"]),
        new(8, "travel", "Travel and hotels", "旅行住宿",
        [
            "3000-3999", "4411", "4511", "4582", "4722", "7011", "7012", "7512-7519",
        ]),
        new(9, "fashion", "Fashion", "服饰",
        [
            "5611-5640", "5642-5654", "5656-5699", "5137", "5139", "5931", "5944", "5948",
        ]),
        new(10, "electronics", "Electronics", "数码电器", ["5732", "5734", "5722", "5045", "5065", "4812"]),
        new(11, "home", "Home and garden", "家居", ["5200-5261", "5712-5719", "5992", "5021", "5039", "5072"]),
        new(12, "health", "Health", "医药健康", ["5912", "5122", "5975", "5976", "8011-8099", "4119"]),
        new(13, "beauty", "Beauty and care", "美容护理", ["5977", "7230", "7297", "7298"]),
        new(14, "sports", "Sports and fitness", "运动健身", ["5940", "5941", "5655", "7941", "7992", "7997"]),
        new(15, "music", "Music", "音乐", ["5733", "5735", "5815"]),
        new(16, "books", "Books and stationery", "图书文具", ["5942", "5943", "5192", "5994", "5111"]),
        new(17, "entertainment", "Entertainment", "娱乐",
        [
            "7832", "7841", "7922", "7929", "7932", "7933", "7991", "7993-7996", "7998", "7999", "5816",
        ]),
        new(18, "kids", "Kids and pets", "母婴宠物", ["5641", "5945", "5995", "8351", "0742"]),
        new(19, "education", "Education", "教育", ["8211", "8220", "8241", "8244", "8249", "8299"]),
        new(20, "services", "Services", "生活服务",
        [
            "4814", "4816", "4899", "4900", "6300", "7210-7217", "7221", "7251", "7276-7296", "7299",
            "7338", "7349", "7392", "7399", "8398-8999", "9211-9405",
        ]),
        new(21, "shopping", "Department stores and online", "百货网购",
        [
            "5309-5311", "5399", "5964-5969", "5947", "5999",
        ]),
        new(OtherId, "other", "Other", "其他", []),
    ];

    private static readonly FrozenDictionary<string, ConsumptionCategory> _byCode =
        All.ToFrozenDictionary(category => category.Code);

    private static readonly byte[] _idByMcc = BuildIdByMcc();

    /// <summary>The category of a merchant category code; <see cref="OtherId"/> where none names it.</summary>
    public static byte IdOfMcc(string mcc) =>
        int.TryParse(mcc, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 9999
            ? _idByMcc[number]
            : OtherId;

    /// <summary>The category with this number.</summary>
    public static ConsumptionCategory Get(byte id) => All[id - 1];

    /// <summary>The category with this code, or null.</summary>
    public static ConsumptionCategory? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Whether a text has the form of a merchant category code: four digits.</summary>
    public static bool IsMcc(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);

    private static byte[] BuildIdByMcc()
    {
        var ids = new byte[10_000];
        Array.Fill(ids, OtherId);
        // The first category that names a code keeps it: narrow ones stand before wide ones.
        foreach (var category in All.Reverse())
        {
            foreach (var range in category.Mccs)
            {
                var first = int.Parse(range.AsSpan(0, 4), CultureInfo.InvariantCulture);
                var last = int.Parse(range.AsSpan(range.Length - 4), CultureInfo.InvariantCulture);
                Array.Fill(ids, category.Id, first, last - first + 1);
            }
        }

        return ids;
    }
}
