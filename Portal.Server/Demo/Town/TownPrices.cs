namespace Portal.Server.Demo.Town;

internal static class TownPrices
{
    // Above these, shops price in whole yuan and in tens.
    private const long WholeYuanFrom = 5000;
    private const long TensFrom = 20000;
    private const long LeastMinor = 100;

    public static long Draw(TownDice dice, TownTradeFacts facts, double means, double priceLevel)
    {
        var fen = facts.MedianMinor * means * priceLevel * dice.Spread(facts.Spread);
        return Math.Max(LeastMinor, Finish(dice, facts.Ending, (long)fen));
    }

    /// <summary>What a partial refund gives back: one or some of the items, never all and never nothing.</summary>
    public static long PartOf(TownDice dice, long amountMinor)
    {
        var part = (long)(amountMinor * dice.Between(0.2, 0.7)) / 50 * 50;
        return Math.Clamp(part, Math.Min(50, amountMinor), amountMinor);
    }

    private static long Finish(TownDice dice, TownPriceEnding ending, long fen) => ending switch
    {
        TownPriceEnding.Fare => (fen + 50) / 100 * 100,
        TownPriceEnding.Scale => dice.Chance(0.7) ? (fen + 5) / 10 * 10 : fen,
        TownPriceEnding.Tag when fen >= TensFrom => (fen / 1000 * 1000) + (dice.Chance(0.7) ? 900 : 0),
        TownPriceEnding.Tag => (fen / 100 * 100) + Cents(dice, 0.35, 0.45, 0.9),
        _ when fen >= WholeYuanFrom => (fen + 50) / 100 * 100,
        _ => (fen / 100 * 100) + Cents(dice, 0.6, 0.82, 0.95),
    };

    private static long Cents(TownDice dice, double whole, double half, double ninety)
    {
        var roll = dice.Unit();
        return roll < whole ? 0 : roll < half ? 50 : roll < ninety ? 90 : 80;
    }
}
