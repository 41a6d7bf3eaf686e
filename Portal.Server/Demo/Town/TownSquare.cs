namespace Portal.Server.Demo.Town;

/// <summary>Who is likely to buy what right now, over all people, without asking each of them.</summary>
internal sealed class TownSquare
{
    // Half of what it is: at the pace of the live town, nobody should ride to work twenty times an hour.
    private const double CommutesADay = 0.9;

    private readonly IReadOnlyList<TownPerson> people;
    private readonly Group[] workDay;
    private readonly Group[] restDay;
    private readonly double[] weights;

    public TownSquare(IReadOnlyList<TownPerson> people)
    {
        this.people = people;
        workDay = [.. Groups(false), .. Commuters()];
        restDay = [.. Groups(true)];
        weights = new double[Math.Max(workDay.Length, restDay.Length)];
    }

    public (TownPerson Person, TownTrade Trade) Draw(TownDice dice, int secondOfDay, bool isRestDay)
    {
        var groups = isRestDay ? restDay : workDay;
        var slot = secondOfDay / TownHours.SlotSeconds;
        for (var index = 0; index < groups.Length; index++)
        {
            var group = groups[index];
            weights[index] = group.Total * group.SlotShares[slot];
        }

        var chosen = dice.Weighted(weights.AsSpan(0, groups.Length));

        // A very small town may have no shop open at night; then it is somebody's fastest errand, whatever the hour.
        var of = groups[chosen < 0 ? dice.Below(groups.Length) : chosen];
        var found = Array.BinarySearch(of.RunningTotals, dice.Unit() * of.Total);
        var at = Math.Min(found < 0 ? ~found : found, of.Members.Length - 1);
        return (of.Members[at], of.Trade);
    }

    private IEnumerable<Group> Groups(bool isRestDay)
    {
        foreach (var trade in Enum.GetValues<TownTrade>())
        {
            foreach (var members in people.GroupBy(person => person.Rhythm).OrderBy(group => group.Key))
            {
                var shares = TownHours.Of(trade, members.Key, isRestDay).ToArray();
                var group = GroupOf(trade, shares, members, person => RateOf(person, trade, isRestDay));
                if (group.Total > 0)
                {
                    yield return group;
                }
            }
        }
    }

    private IEnumerable<Group> Commuters() => people
        .Where(person => person.Commute is not null)
        .GroupBy(person => person.Commute!.Line)
        .OrderBy(group => group.Key)
        .Select(group => GroupOf(group.Key, RushHours(group), group, _ => CommutesADay));

    private static double[] RushHours(IEnumerable<TownPerson> commuters)
    {
        var shares = new double[TownHours.Slots];
        foreach (var commute in commuters.Select(person => person.Commute!))
        {
            shares[commute.MorningSecond / TownHours.SlotSeconds]++;
            shares[commute.EveningSecond / TownHours.SlotSeconds]++;
        }

        var trips = shares.Sum();
        return [.. shares.Select(count => count / trips)];
    }

    private static Group GroupOf(
        TownTrade trade, double[] slotShares, IEnumerable<TownPerson> candidates, Func<TownPerson, double> rateOf)
    {
        var members = new List<TownPerson>();
        var runningTotals = new List<double>();
        var total = 0.0;
        foreach (var person in candidates)
        {
            var rate = rateOf(person);
            if (rate > 0)
            {
                total += rate;
                members.Add(person);
                runningTotals.Add(total);
            }
        }

        return new(trade, slotShares, [.. members], [.. runningTotals], total);
    }

    private static double RateOf(TownPerson person, TownTrade trade, bool isRestDay)
    {
        var rate = (isRestDay ? person.RestRates : person.WorkRates)[(int)trade];
        var trend = person.Trend is { } change && change.Trade == trade ? change.At(1) : 1;
        return rate * trend;
    }

    private sealed record Group(
        TownTrade Trade, double[] SlotShares, TownPerson[] Members, double[] RunningTotals, double Total);
}
