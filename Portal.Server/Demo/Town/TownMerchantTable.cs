using static Portal.Server.Demo.Town.TownTrade;

namespace Portal.Server.Demo.Town;

/// <summary>Layout: a letter is an outlet's district, the digit its terminals. Pull: 1 is an ordinary shop.</summary>
internal sealed record TownMerchantSeed(
    string Chinese, string English, TownTrade Trade, string Layout, double PriceLevel = 1, double Pull = 1);

internal static class TownMerchantTable
{
    // A small town takes the first ones, so each of these opens another trade.
    public static IReadOnlyList<TownMerchantSeed> All { get; } =
    [
        new("云隙茶咖", "Cloudgap Tea & Coffee", TeaCoffee, "D2 R2 U2 I1 E1 M1", 1.0, 2.2),
        new("云汀地铁", "Yunting Metro", Metro, "D2 R2 U2 I2 W2 M2 E2 N2"),
        new("丰禾超市", "Fenghe Supermarket", Groceries, "D2 M2 N2 R1", 1.1, 1.5),
        new("邻里便利", "Linli Convenience", Convenience, "D1 R1 U1 E1 W1"),
        new("云汀快速公交12路", "Yunting Rapid Bus Line 12", Bus, "D2 U1 E2 N1"),
        new("大学城学生食堂", "University Town Canteen", Canteen, "U2 U2", 0.85),
        new("老街面馆", "Old Street Noodles", Noodles, "D1 W1 M1"),
        new("老码头火锅", "Old Wharf Hot-Pot", HotPot, "W2 R1"),
        new("江岸影城", "Riverbank Cinema", Cinema, "R2", 1.1, 1.3),
        new("青枫药房", "Maple Leaf Pharmacy", Pharmacy, "M1 D1 N1"),
        new("蓝鲸唱片", "Blue Whale Records", Music, "U1 D1"),
        new("素衣坊", "Plainweave Clothing", Fashion, "D2 R1", 0.9),
        new("麦香园", "Wheatfield Bakery", Bakery, "D1 M1 I1"),
        new("橙点数码", "Orange Dot Electronics", Electronics, "R1 I1", 1.2),
        new("江南小馆", "Jiangnan Bistro", Dining, "D1 R1"),
        new("科创园餐厅", "Innovation Park Canteen", Canteen, "I2", 1.3),
        new("顺途加油站", "Shuntu Filling Station", Petrol, "E2 N1"),
        new("一席书店", "One Seat Bookshop", Books, "D1 U1"),
        new("百果集", "Hundred Fruits Market", Fruit, "M1 N1 W1"),
        new("夜航便利", "Night Sail Convenience", Convenience, "E1 R1 U1", 1.1),
        new("惠民生鲜", "Huimin Fresh Market", Groceries, "N2 W1", 0.75),
        new("江边咖啡", "Riverside Roasters", TeaCoffee, "R1", 1.5),
        new("竹里茶舍", "Bamboo Lane Tea House", TeaCoffee, "W1", 1.2, 0.9),
        new("福记饺子馆", "Fu's Dumplings", Dining, "E1 N1", 0.55),
        new("牛气牛肉面", "Hearty Beef Noodles", Noodles, "U1 E1", 1.15),
        new("蜀香火锅", "Shu Fragrance Hot-Pot", HotPot, "D2", 1.1),
        new("星河影院", "Galaxy Cinema", Cinema, "U2", 0.8),
        new("潮汐女装", "Tideline Women's Wear", Fashion, "R2", 1.4),
        new("步云鞋店", "Cloudstep Shoes", Shoes, "D1"),
        new("足迹鞋仓", "Footprint Shoe Store", Shoes, "E1", 0.7),
        new("云汀百货", "Yunting Department Store", DepartmentStore, "D3"),
        new("花颜美妆", "Bloom Cosmetics", Cosmetics, "R1 U1"),
        new("极光电脑", "Aurora Computers", Electronics, "U2", 0.9),
        new("童乐玩具", "Happy Child Toys", Toys, "M2"),
        new("积木星球", "Brick Planet", Toys, "D1", 1.3),
        new("花信子", "Flower Letters", Flowers, "D1", 1.2),
        new("晨露花坊", "Morning Dew Florist", Flowers, "N1", 0.9),
        new("绿洲加油站", "Oasis Fuel", Petrol, "I2"),
        new("剪艺沙龙", "Scissor Art Hair Salon", Hair, "D2", 1.6),
        new("阿明理发", "Ah Ming's Barbershop", Hair, "W1", 0.5),
        new("动能健身", "Kinetic Gym", Gym, "I2"),
        new("跃动健身", "Leap Fitness", Gym, "R1", 1.2),
        new("仁安药房", "Ren'an Pharmacy", Pharmacy, "E1 W1", 0.9),
        new("云汀第一医院", "Yunting First Hospital", Clinic, "D2", 1.2, 1.6),
        new("青枫社区诊所", "Maple Lane Clinic", Clinic, "M1", 0.6),
        new("江畔烤吧", "Riverbank Grill & Beer", LateBites, "W2", 1.1),
        new("半夜烧烤", "Midnight Barbecue", LateBites, "U2", 0.75),
        new("海味轩", "Sea Flavour Restaurant", Dining, "R2", 1.9),
        new("农家院", "Farmhouse Kitchen", Dining, "N1", 0.9),
        new("素心斋", "Quiet Heart Vegetarian", Dining, "W1", 0.8),
        new("奶奶的包子", "Grandma's Buns", Bakery, "N1 E1", 0.6),
        new("甜屋烘焙", "Sweet House Bakery", Bakery, "U1", 1.2),
        new("书虫书屋", "Bookworm Books", Books, "M1", 0.9),
        new("回声琴行", "Echo Music Shop", Music, "R1", 1.6),
        new("山野户外", "Wild Hills Outdoor & Sports", Sports, "R2"),
        new("宠爱之家", "Pet Nest", Pets, "M1"),
        new("洁雅洗衣", "Jieya Laundry", Laundry, "R1 I1"),
        new("江湾停车场", "Riverbend Parking", Parking, "R2", 1.2),
        new("东站广场停车场", "East Station Car Park", Parking, "E2"),
        new("云汀移动营业厅", "Yunting Mobile Shop", TopUp, "D2 U1"),
    ];
}
