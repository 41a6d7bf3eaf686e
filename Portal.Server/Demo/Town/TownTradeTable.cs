using static Portal.Server.Demo.Town.TownPriceEnding;
using static Portal.Server.Demo.Town.TownTrade;

namespace Portal.Server.Demo.Town;

internal static class TownTradeTable
{
    public const string MetroRestCurve = "000000124676666677766531";

    private const string MetroCurve = "000001389532222348964431";
    private const string GroceryCurve = "000000346764323457875200";
    private const string AllHoursCurve = "321112467545754456777654";
    private const string FruitCurve = "000000013554323457886300";
    private const string BakeryCurve = "000000499543334567753100";
    private const string DiningCurve = "000000000017941016985200";
    private const string NoodleCurve = "000000376216941115852100";
    private const string HotPotCurve = "000000000003531115997520";
    private const string TeaCurve = "000000037643687854454200";
    private const string CanteenCurve = "000000273007920018720000";
    private const string LateCurve = "531000000000000001357997";
    private const string MallCurve = "000000000034556776798400";
    private const string PharmacyCurve = "000000004664334456765300";
    private const string ClinicCurve = "000000008996325642000000";
    private const string CinemaCurve = "000000000012344445898520";
    private const string FuelCurve = "211112577544444566786543";
    private const string GymCurve = "000000353332422235898400";
    private const string ParkingCurve = "000000024556654556788643";
    private const string DeskCurve = "000000000567544566543000";

    public static IReadOnlyList<TownTradeFacts> All { get; } =
    [
        new(Metro, "4111", MetroCurve, 0.9, 300, 0, Fare, 0, 4.0, new(5, 5, 8, 4, 5)),
        new(Bus, "4131", MetroCurve, 0.9, 200, 0, Fare, 0, 1.5, new(2, 4, 5, 12, 5)),
        new(Groceries, "5411", GroceryCurve, 1.5, 6200, 0.75, Scale, 13, 1.0, new(8, 8, 3, 25, 19)),
        new(Convenience, "5499", AllHoursCurve, 0.8, 1450, 0.6, Menu, 3, 0.7, new(9, 11, 9, 3, 7)),
        new(Fruit, "5411", FruitCurve, 1.2, 2600, 0.55, Scale, 4, 0.9, new(3, 3, 2, 7, 6)),
        new(Bakery, "5462", BakeryCurve, 1.1, 1700, 0.55, Menu, 3, 1.0, new(4, 3, 4, 4, 5)),
        new(Dining, "5812", DiningCurve, 1.6, 9800, 0.65, Menu, 8, 1.8, new(5, 3, 3, 2, 4)),
        new(Noodles, "5812", NoodleCurve, 0.8, 2100, 0.35, Menu, 4, 0.9, new(9, 9, 5, 4, 4)),
        new(HotPot, "5812", HotPotCurve, 1.9, 17500, 0.45, Menu, 6, 2.5, new(1.5, 1.5, 2, 0.7, 1.3)),
        new(TeaCoffee, "5814", TeaCurve, 0.9, 1900, 0.35, Menu, 9, 0.9, new(19, 8, 18, 2, 9)),
        new(Canteen, "5811", CanteenCurve, 0.25, 1350, 0.35, Menu, 1, 0.6, new(5, 6, 30, 0.2, 0.2)),
        new(LateBites, "5813", LateCurve, 1.6, 8800, 0.55, Menu, 3, 1.6, new(1.4, 2, 2, 0.1, 0.7)),
        new(Fashion, "5651", MallCurve, 2.2, 24900, 0.65, Tag, 85, 3.0, new(1.5, 1.1, 1.4, 0.5, 2)),
        new(Shoes, "5661", MallCurve, 2.0, 32900, 0.5, Tag, 80, 3.0, new(0.4, 0.4, 0.4, 0.3, 0.5)),
        new(Cosmetics, "5977", MallCurve, 1.7, 15900, 0.7, Tag, 40, 2.5, new(0.8, 0.5, 0.9, 0.1, 1.1)),
        new(DepartmentStore, "5311", MallCurve, 2.2, 18900, 0.9, Tag, 60, 4.0, new(0.6, 0.5, 0.3, 0.5, 0.9)),
        new(Electronics, "5732", MallCurve, 1.8, 34900, 1.1, Tag, 70, 4.0, new(0.45, 0.3, 0.4, 0.1, 0.3)),
        new(Pharmacy, "5912", PharmacyCurve, 0.9, 4300, 0.7, Tag, 4, 1.0, new(1, 1, 0.4, 4, 1.6)),
        new(Clinic, "8062", ClinicCurve, 0.4, 9500, 0.9, Scale, 6, 2.5, new(0.3, 0.3, 0.2, 1.3, 0.5)),
        new(Cinema, "7832", CinemaCurve, 2.6, 7600, 0.45, Tag, 24, 3.5, new(1.2, 0.8, 2.2, 0.15, 1.1)),
        new(Music, "5735", MallCurve, 1.5, 6900, 0.6, Tag, 25, 2.5, new(0.3, 0.2, 2.2, 0.1, 0.3)),
        new(Books, "5942", MallCurve, 1.8, 5800, 0.6, Tag, 18, 2.5, new(0.6, 0.2, 2, 0.7, 0.8)),
        new(Toys, "5945", MallCurve, 2.6, 12900, 0.6, Tag, 40, 2.5, new(0.5, 0.4, 0.3, 0.5, 0.8)),
        new(Flowers, "5992", DeskCurve, 1.5, 8800, 0.5, Menu, 5, 1.8, new(0.4, 0.2, 0.3, 0.3, 0.7)),
        new(Petrol, "5541", FuelCurve, 1.1, 28000, 0.3, Scale, 1, 3.0, new(9, 13, 5, 5, 8)),
        new(Parking, "7523", ParkingCurve, 1.2, 900, 0.5, Fare, 0, 3.0, new(11, 6, 2, 4, 7)),
        new(Hair, "7230", DeskCurve, 1.8, 6800, 0.65, Menu, 3, 1.6, new(1.1, 1, 0.9, 1, 1.4)),
        new(Gym, "7997", GymCurve, 1.1, 4500, 0.6, Menu, 10, 1.4, new(1.6, 0.7, 1.1, 0.2, 1)),
        new(Sports, "5941", MallCurve, 2.2, 22900, 0.7, Tag, 65, 3.0, new(0.4, 0.3, 0.6, 0.1, 0.25)),
        new(Pets, "5995", DeskCurve, 1.5, 11800, 0.6, Tag, 12, 1.8, new(0.6, 0.3, 0.1, 0.4, 0.8)),
        new(Laundry, "7211", DeskCurve, 1.2, 3800, 0.4, Menu, 4, 0.9, new(0.9, 0.4, 0.4, 0.2, 0.6)),
        new(TopUp, "4814", DeskCurve, 0.9, 5000, 0.4, Fare, 2, 2.5, new(0.6, 0.8, 1, 0.8, 0.7)),
    ];

    public static int Count => All.Count;

    public static TownTradeFacts Of(TownTrade trade) => All[(int)trade];
}
