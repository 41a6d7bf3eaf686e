namespace Portal.Server.Demo.Town;

/// <summary>What an outlet sells. Finer than the MCC: a noodle shop and a hot-pot house are both 5812.</summary>
internal enum TownTrade
{
    Metro,
    Bus,
    Groceries,
    Convenience,
    Fruit,
    Bakery,
    Dining,
    Noodles,
    HotPot,
    TeaCoffee,
    Canteen,
    LateBites,
    Fashion,
    Shoes,
    Cosmetics,
    DepartmentStore,
    Electronics,
    Pharmacy,
    Clinic,
    Cinema,
    Music,
    Books,
    Toys,
    Flowers,
    Petrol,
    Parking,
    Hair,
    Gym,
    Sports,
    Pets,
    Laundry,
    TopUp,
}

/// <summary>How prices of a trade end: a menu, a price tag, a scale, or a fixed fare.</summary>
internal enum TownPriceEnding
{
    Menu,
    Tag,
    Scale,
    Fare,
}

/// <summary>Visits per 100 days of one person, by the way that person's days run.</summary>
internal sealed record TownVisitRates(double Worker, double Shift, double Student, double Retired, double Home)
{
    public double For(TownRhythm rhythm) => rhythm switch
    {
        TownRhythm.Worker => Worker,
        TownRhythm.Shift => Shift,
        TownRhythm.Student => Student,
        TownRhythm.Retired => Retired,
        _ => Home,
    };
}

/// <param name="Trade">What is sold.</param>
/// <param name="Mcc">ISO 18245 merchant category code.</param>
/// <param name="Curve">Demand by hour, one digit an hour; 0 means closed.</param>
/// <param name="RestFactor">Visits on a rest day against a working day, for someone who works office hours.</param>
/// <param name="MedianMinor">Typical amount in fen.</param>
/// <param name="Spread">Sigma of the logarithm of the amount.</param>
/// <param name="Ending">How the price ends.</param>
/// <param name="RefundsPerMille">How many of a thousand purchases are brought back.</param>
/// <param name="ReachKm">How far people go for it.</param>
/// <param name="Rates">How often people buy it.</param>
internal sealed record TownTradeFacts(
    TownTrade Trade,
    string Mcc,
    string Curve,
    double RestFactor,
    long MedianMinor,
    double Spread,
    TownPriceEnding Ending,
    int RefundsPerMille,
    double ReachKm,
    TownVisitRates Rates);
