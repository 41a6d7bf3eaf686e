namespace Portal.Server.Demo.Town;

/// <summary>What will become of a purchase that does not stay: taken back at once, or brought back later.</summary>
internal sealed record TownReturn(TownTapKind Kind, bool Partial, int DelaySeconds, int DelayDays)
{
    private const double ReversalShare = 0.002;
    private const double PartialShare = 1.0 / 3;

    // Goods come back days later; a wrong order is put right at the counter.
    private const int GoodsFromPerMille = 12;

    public static TownReturn? Draw(TownDice dice, TownTrade trade)
    {
        var refundShare = TownTradeTable.Of(trade).RefundsPerMille / 1000.0;
        var roll = dice.Unit();
        if (roll >= ReversalShare + refundShare)
        {
            return null;
        }

        if (roll < ReversalShare)
        {
            return new(TownTapKind.Reversal, false, dice.Between(12, 115), 0);
        }

        var days = refundShare * 1000 >= GoodsFromPerMille ? dice.Between(1, 9) : 0;
        return new(TownTapKind.Refund, dice.Chance(PartialShare), dice.Between(180, 1500), days);
    }

    public long AmountOf(TownDice dice, long purchaseMinor) =>
        Partial ? TownPrices.PartOf(dice, purchaseMinor) : purchaseMinor;
}
