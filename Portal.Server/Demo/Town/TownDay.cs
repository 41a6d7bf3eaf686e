namespace Portal.Server.Demo.Town;

internal readonly record struct TownMoment(int SecondOfDay, TownVisit Visit);

/// <summary>Everything that the people do on one day, in order of time.</summary>
internal sealed class TownDay(int seed, TownVisits visits, DateOnly date, double progress)
{
    private const int StreamOfDays = 3;
    private const int EveryoneThatDay = -1;
    private const double CommuteShare = 0.86;

    // Nobody pays in two shops within a quarter of an hour.
    private const int BreathSeconds = 900;

    private readonly bool restDay = TownCalendar.IsRestDay(date);
    private readonly double[] dayFactors = DayFactors(seed, date);
    private readonly List<TownMoment> moments = [];
    private readonly double[] rates = new double[TownTradeTable.Count];

    public IReadOnlyList<TownMoment> Of(IReadOnlyList<TownPerson> people)
    {
        foreach (var person in people)
        {
            Live(person);
        }

        // A stable order for equal seconds, so that the same town is always numbered the same way.
        moments.Sort((one, other) => one.SecondOfDay != other.SecondOfDay
            ? one.SecondOfDay.CompareTo(other.SecondOfDay)
            : one.Visit.Person.Index.CompareTo(other.Visit.Person.Index));
        return moments;
    }

    private static double[] DayFactors(int seed, DateOnly date)
    {
        var dice = new TownDice(seed, StreamOfDays, EveryoneThatDay, date.DayNumber);
        var weather = dice.Between(0.88, 1.12);
        var payDay = TownCalendar.IsPayDay(date);
        return [.. TownTradeTable.All.Select(facts =>
            weather * (payDay ? TownCalendar.PayDayLift(facts.Trade) : 1))];
    }

    private void Live(TownPerson person)
    {
        var dice = new TownDice(seed, StreamOfDays, person.Index, date.DayNumber);
        var firstOfPerson = moments.Count;
        if (!restDay && person.Commute is { } commute)
        {
            Ride(dice, person, commute, commute.MorningSecond);
            Ride(dice, person, commute, commute.EveningSecond);
        }

        var habits = restDay ? person.RestRates : person.WorkRates;
        var total = 0.0;
        for (var trade = 0; trade < rates.Length; trade++)
        {
            var trend = person.Trend is { } change && (int)change.Trade == trade ? change.At(progress) : 1;
            rates[trade] = habits[trade] * dayFactors[trade] * trend;
            total += rates[trade];
        }

        for (var left = dice.Poisson(total); left > 0; left--)
        {
            Visit(dice, person, (TownTrade)dice.Weighted(rates, total), firstOfPerson);
        }
    }

    private void Ride(TownDice dice, TownPerson person, TownCommute commute, int usualSecond)
    {
        if (dice.Chance(CommuteShare))
        {
            var second = usualSecond + (int)(420 * Math.Clamp(dice.Normal(), -2.5, 3));
            moments.Add(new(second, TownVisits.Commute(dice, person, commute, second)));
        }
    }

    private void Visit(TownDice dice, TownPerson person, TownTrade trade, int firstOfPerson)
    {
        var second = TownHours.SecondOfDay(dice, trade, person.Rhythm, restDay);
        for (var attempt = 0; attempt < 3 && IsBusy(second, firstOfPerson); attempt++)
        {
            second = TownHours.SecondOfDay(dice, trade, person.Rhythm, restDay);
        }

        if (visits.Draw(dice, person, trade, second, restDay, progress) is { } visit)
        {
            moments.Add(new(second, visit));
        }
    }

    private bool IsBusy(int second, int firstOfPerson)
    {
        for (var index = firstOfPerson; index < moments.Count; index++)
        {
            if (Math.Abs(moments[index].SecondOfDay - second) < BreathSeconds)
            {
                return true;
            }
        }

        return false;
    }
}
