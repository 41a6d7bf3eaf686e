namespace Portal.Server.Demo.Town;

/// <summary>The taps of a span of time, a day at a time; trends run over the three months before its end.</summary>
internal sealed class TownHistory(TownPlan plan, DateTimeOffset from, DateTimeOffset to)
{
    private const int StreamOfReturns = 4;
    private const double TrendDays = 90;

    private readonly TownVisits visits = new(plan.Map);
    private readonly TownTills tills = new(plan.Terminals, runToken: null);
    private readonly TownDice dice = new(plan.Seed, StreamOfReturns);
    private readonly PriorityQueue<TownOwedReturn, (DateTimeOffset At, int Order)> owed = new();
    private int sold;

    public IEnumerable<TownTap> Taps()
    {
        var last = TownCalendar.DateOf(to);
        for (var date = TownCalendar.DateOf(from); date <= last; date = date.AddDays(1))
        {
            var progress = Math.Clamp(1 - ((last.DayNumber - date.DayNumber) / TrendDays), 0, 1);
            var day = new TownDay(plan.Seed, visits, date, progress).Of(plan.People);
            foreach (var tap in InOrder(date, day))
            {
                yield return tap;
            }
        }
    }

    private IEnumerable<TownTap> InOrder(DateOnly date, IReadOnlyList<TownMoment> day)
    {
        foreach (var moment in day)
        {
            var at = TownCalendar.At(date, moment.SecondOfDay);
            if (at < from)
            {
                continue;
            }

            foreach (var tap in ReturnsUntil(at < to ? at : to))
            {
                yield return tap;
            }

            if (at >= to)
            {
                yield break;
            }

            yield return Sell(moment, date, at);
        }

        var midnight = TownCalendar.At(date.AddDays(1), 0);
        foreach (var tap in ReturnsUntil(midnight < to ? midnight : to))
        {
            yield return tap;
        }
    }

    private TownTap Sell(TownMoment moment, DateOnly date, DateTimeOffset at)
    {
        var purchase = tills.Purchase(moment.Visit, at);
        sold++;
        if (moment.Visit.Return is { } plannedReturn)
        {
            owed.Enqueue(
                new(purchase, moment.Visit.Terminal, plannedReturn),
                (DueAt(moment.Visit, plannedReturn, date, at), sold));
        }

        return purchase;
    }

    private DateTimeOffset DueAt(TownVisit visit, TownReturn plannedReturn, DateOnly date, DateTimeOffset at)
    {
        if (plannedReturn.DelayDays == 0)
        {
            return at.AddSeconds(plannedReturn.DelaySeconds);
        }

        var day = date.AddDays(plannedReturn.DelayDays);
        var restDay = TownCalendar.IsRestDay(day);
        return TownCalendar.At(day, TownHours.SecondOfDay(dice, visit.Site.Trade, visit.Person.Rhythm, restDay));
    }

    private IEnumerable<TownTap> ReturnsUntil(DateTimeOffset limit)
    {
        while (owed.TryPeek(out var due, out var when) && when.At < limit)
        {
            owed.Dequeue();
            var amount = due.Plan.AmountOf(dice, due.Purchase.AmountMinor);
            yield return tills.GiveBack(due.Terminal, due.Purchase, due.Plan.Kind, amount, when.At);
        }
    }
}

internal sealed record TownOwedReturn(TownTap Purchase, int Terminal, TownReturn Plan);
