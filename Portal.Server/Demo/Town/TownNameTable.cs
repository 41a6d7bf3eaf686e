namespace Portal.Server.Demo.Town;

internal static class TownNameTable
{
    // Frequent surnames stand more than once, as they do in life.
    private const string Surnames =
        "王王王王王王李李李李李李张张张张张张刘刘刘刘陈陈陈陈杨杨杨黄黄赵赵吴吴周周徐徐孙孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田"
        + "董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严";

    private static readonly string[] WomensNames =
    [
        "芳", "娜", "敏", "静", "丽", "艳", "娟", "霞", "秀英", "桂英", "玉兰", "秀兰", "婷婷", "雪梅", "晓燕", "丹", "倩", "雯", "欣怡",
        "梓涵", "诗涵", "雨桐", "佳怡", "思雨", "梦瑶", "可欣", "若曦", "语嫣", "晓雨", "慧敏", "美玲", "海燕", "春梅", "红梅", "淑华",
        "玉珍", "凤英", "佩", "琳", "璐", "颖", "雅婷", "依诺", "紫萱", "静怡", "嘉欣", "心怡", "文静", "晓彤", "子萱",
    ];

    private static readonly string[] MensNames =
    [
        "伟", "强", "磊", "军", "勇", "杰", "涛", "超", "明", "刚", "平", "建国", "建军", "国强", "志强", "志伟", "海涛", "文博", "浩然",
        "子轩", "宇航", "俊杰", "天宇", "一鸣", "思远", "嘉豪", "晨", "鹏", "飞", "斌", "波", "辉", "德华", "永康", "家明", "立群", "小龙",
        "振华", "新民", "长江", "玉刚", "博文", "子墨", "泽宇", "铭", "凯", "昊天", "睿", "少杰", "金龙",
    ];

    private static readonly string[] SharedNames = ["安", "宁", "林", "晨曦", "子涵", "一诺", "清", "文", "乐", "海"];

    public static string Draw(TownDice dice, string gender)
    {
        var given = gender switch { "F" => WomensNames, "M" => MensNames, _ => SharedNames };
        return dice.Pick(Surnames) + dice.Pick(given);
    }
}
