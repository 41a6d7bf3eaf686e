namespace Portal.Server.Demo.Town;

/// <summary>How often one person buys what: the habit of the group times the person's own.</summary>
internal sealed class TownTaste
{
    // Brings the average to about 1.2 taps a person and day, commuting included.
    private const double TownPace = 0.0079;

    private readonly TownRhythm rhythm;
    private readonly bool hasChildren;
    private readonly bool hasCar;
    private readonly string gender;

    public TownTaste(TownDice dice, TownOccupation occupation, TownSubscriber subscriber)
    {
        rhythm = occupation.Rhythm;
        gender = subscriber.Gender;
        hasChildren = subscriber.BirthDate.Year is >= 1978 and <= 1998 && dice.Chance(0.6);
        hasCar = dice.Chance(occupation.CarShare);
        var pace = dice.Spread(0.35) * TownPace;
        WorkRates = [.. TownTradeTable.All.Select(facts => Rate(dice, facts) * pace)];
        RestRates = [.. TownTradeTable.All.Select(facts => WorkRates[(int)facts.Trade] * RestFactor(facts))];
    }

    public double[] WorkRates { get; }

    public double[] RestRates { get; }

    /// <summary>Sets how often one thing is bought, whatever the group does.</summary>
    public void Fix(TownTrade trade, double visitsADay)
    {
        WorkRates[(int)trade] = visitsADay;
        RestRates[(int)trade] = visitsADay * RestFactor(TownTradeTable.Of(trade));
    }

    private double Rate(TownDice dice, TownTradeFacts facts)
    {
        var own = dice.Spread(0.75) * 0.8;
        return facts.Rates.For(rhythm) * own * facts.Trade switch
        {
            TownTrade.Petrol or TownTrade.Parking => hasCar ? 1 : 0,
            TownTrade.Toys => hasChildren ? 2.2 : 0.3,
            TownTrade.Groceries => hasChildren ? 1.3 : 0.9,
            TownTrade.Cosmetics or TownTrade.Flowers => gender == "M" ? 0.4 : 1.6,
            TownTrade.Fashion or TownTrade.TeaCoffee => gender == "M" ? 0.8 : 1.2,
            TownTrade.LateBites or TownTrade.Electronics => gender == "M" ? 1.4 : 0.6,
            TownTrade.Canteen when rhythm == TownRhythm.Student => 1.1,
            _ => 1,
        };
    }

    private double RestFactor(TownTradeFacts facts)
    {
        var family = hasChildren ? facts.Trade switch
        {
            TownTrade.Groceries => 1.35,
            TownTrade.Cinema => 1.6,
            TownTrade.Dining or TownTrade.Toys => 1.25,
            _ => 1,
        }
        : 1;
        return TownRhythmTable.RestFactor(rhythm, facts) * family;
    }
}
