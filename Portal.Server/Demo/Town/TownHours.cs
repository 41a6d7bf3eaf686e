namespace Portal.Server.Demo.Town;

/// <summary>Half-hour distribution of visits, for each trade, rhythm and kind of day.</summary>
internal static class TownHours
{
    public const int Slots = 48;
    public const int SlotSeconds = 1800;

    private static readonly double[][] Shares = Build();

    /// <summary>Share of a day's visits that falls into each half hour; sums to 1.</summary>
    public static ReadOnlySpan<double> Of(TownTrade trade, TownRhythm rhythm, bool restDay) =>
        Shares[IndexOf(trade, rhythm, restDay)];

    public static int SecondOfDay(TownDice dice, TownTrade trade, TownRhythm rhythm, bool restDay) =>
        (dice.Weighted(Of(trade, rhythm, restDay), 1) * SlotSeconds) + dice.Below(SlotSeconds);

    private static int IndexOf(TownTrade trade, TownRhythm rhythm, bool restDay) =>
        (((int)trade * TownRhythmTable.Count) + (int)rhythm) * 2 + (restDay ? 1 : 0);

    private static double[][] Build()
    {
        var shares = new double[TownTradeTable.Count * TownRhythmTable.Count * 2][];
        foreach (var facts in TownTradeTable.All)
        {
            foreach (var rhythm in Enum.GetValues<TownRhythm>())
            {
                shares[IndexOf(facts.Trade, rhythm, false)] = Share(facts.Curve, rhythm, false);
                var isTransit = facts.Trade is TownTrade.Metro or TownTrade.Bus;
                var restCurve = isTransit ? TownTradeTable.MetroRestCurve : facts.Curve;
                shares[IndexOf(facts.Trade, rhythm, true)] = Share(restCurve, rhythm, true);
            }
        }

        return shares;
    }

    private static double[] Share(string curve, TownRhythm rhythm, bool restDay)
    {
        var hourly = new double[24];
        for (var hour = 0; hour < 24; hour++)
        {
            hourly[hour] = (curve[hour] - '0') * TownRhythmTable.FreeAt(rhythm, restDay, hour);
        }

        var slots = new double[Slots];
        for (var slot = 0; slot < Slots; slot++)
        {
            // Leaning towards the neighbouring hour makes lunch peak at 11:30-13:00 instead of jumping on the hour;
            // an hour with weight 0 stays closed.
            var hour = slot / 2;
            var neighbour = (slot % 2 == 0 ? hour + 23 : hour + 1) % 24;
            slots[slot] = hourly[hour] == 0 ? 0 : (0.7 * hourly[hour]) + (0.3 * hourly[neighbour]);
        }

        var sum = slots.Sum();
        return [.. slots.Select(weight => weight / sum)];
    }
}
