using System.Globalization;

namespace Portal.Server.Demo.Town;

/// <summary>An outlet as the generator walks it; terminals are indexes into the plan's list.</summary>
internal sealed record TownSite(
    int Index,
    TownOutlet Outlet,
    TownTrade Trade,
    TownPoint Place,
    double PriceLevel,
    double Pull,
    IReadOnlyList<int> Terminals);

/// <summary>Merchants, outlets and terminals, placed in their districts.</summary>
internal sealed class TownMap
{
    private const int StreamOfMap = 1;

    private readonly List<TownMerchant> merchants = [];
    private readonly List<TownSite> sites = [];
    private readonly List<TownTerminal> terminals = [];
    private readonly TownSite[][] byTrade;

    public TownMap(int seed, int merchantCount)
    {
        var seeds = TownMerchantTable.All;
        ArgumentOutOfRangeException.ThrowIfLessThan(merchantCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(merchantCount, seeds.Count);
        for (var index = 0; index < merchantCount; index++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"M-{index + 1:D3}");
            var row = seeds[index];
            merchants.Add(new(code, $"{row.Chinese} · {row.English}", TownTradeTable.Of(row.Trade).Mcc, row.Trade));
            OpenOutlets(new TownDice(seed, StreamOfMap, index), code, row);
        }

        byTrade = [.. Enum.GetValues<TownTrade>().Select(trade => sites.Where(site => site.Trade == trade).ToArray())];
    }

    public IReadOnlyList<TownMerchant> Merchants => merchants;

    public IReadOnlyList<TownSite> Sites => sites;

    public IReadOnlyList<TownTerminal> Terminals => terminals;

    public TownSite[] SitesOf(TownTrade trade) => byTrade[(int)trade];

    private void OpenOutlets(TownDice dice, string merchantCode, TownMerchantSeed row)
    {
        var plots = row.Layout.Split(' ');
        var spreadKm = row.Trade == TownTrade.Metro ? 0.15 : 0.45;
        for (var number = 1; number <= plots.Length; number++)
        {
            var district = TownDistrictTable.Of(plots[number - 1][0]);
            var place = TownDistrictTable.Near(dice, district, spreadKm);
            var nth = plots.Take(number).Count(plot => plot[0] == district.Letter);
            var code = string.Create(CultureInfo.InvariantCulture, $"{merchantCode}-{number:D2}");
            var name = NameOf(row, district, nth);
            var outlet = new TownOutlet(code, merchantCode, name, district.Name, place.Latitude, place.Longitude);
            var own = PlaceTerminals(outlet, row.Trade, plots[number - 1][1] - '0');
            sites.Add(new(sites.Count, outlet, row.Trade, place, row.PriceLevel, row.Pull, own));
        }
    }

    private int[] PlaceTerminals(TownOutlet outlet, TownTrade trade, int count)
    {
        var own = new int[count];
        for (var nth = 0; nth < count; nth++)
        {
            own[nth] = terminals.Count;
            var code = string.Create(CultureInfo.InvariantCulture, $"T-{terminals.Count + 1:D6}");
            var mcc = TownTradeTable.Of(trade).Mcc;
            terminals.Add(new(
                code, outlet.MerchantCode, outlet.Code, KindOf(trade, nth), mcc, outlet.District, outlet.Latitude,
                outlet.Longitude));
        }

        return own;
    }

    private static string NameOf(TownMerchantSeed row, TownDistrict district, int nth)
    {
        var (chinese, english) = nth == 1 ? ("", "") : ("二", " 2");
        return row.Trade switch
        {
            TownTrade.Metro => $"{district.Chinese.TrimEnd('站')}站 · {StationName(district)}",
            TownTrade.Bus => $"12路{district.Chinese.TrimEnd('站')}站 · Line 12, {district.English}",
            TownTrade.Canteen => $"{row.Chinese}{(nth == 1 ? "一" : "二")}楼 · {row.English}, Floor {nth}",
            _ when row.Layout.Length <= 2 => $"{row.Chinese} · {row.English}",
            _ => $"{row.Chinese}{district.Chinese}{chinese}店 · {row.English}, {district.English}{english}",
        };
    }

    private static string StationName(TownDistrict district) =>
        district.English.EndsWith("Station", StringComparison.Ordinal)
            ? district.English
            : $"{district.English} Station";

    private static TownTerminalKind KindOf(TownTrade trade, int nth) => trade switch
    {
        TownTrade.Metro => TownTerminalKind.Gate,
        TownTrade.Bus or TownTrade.Canteen or TownTrade.Parking or TownTrade.Gym => TownTerminalKind.Reader,
        TownTrade.Noodles or TownTrade.Fruit or TownTrade.Flowers => TownTerminalKind.Reader,
        // The second till of these is a self-service one.
        TownTrade.TeaCoffee or TownTrade.Cinema or TownTrade.Groceries when nth > 0 => TownTerminalKind.Reader,
        _ => TownTerminalKind.Pos,
    };
}
