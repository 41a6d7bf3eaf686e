namespace Portal.Server.Demo.Town;

/// <summary>The town after its history: one plausible tap at a time. Not for use by several threads at once.</summary>
internal sealed class TownLife
{
    private const int StreamOfLife = 5;
    private const int LongestToken = 16;
    private const int Attempts = 8;

    // Live days are too short to wait nine of them for a refund.
    private const int SoonestRefundSeconds = 60;
    private const int LatestRefundSeconds = 1200;

    // Even faster than life, nobody taps more than once a minute.
    private const double SecondsBetweenTapsOfOne = 60;

    private static readonly TimeSpan Breath = TimeSpan.FromMinutes(3);

    private readonly TownDice dice;
    private readonly TownVisits visits;
    private readonly TownTills tills;
    private readonly TownSquare square;
    private readonly DateTimeOffset[] lastSeen;
    private readonly PriorityQueue<TownOwedReturn, DateTimeOffset> owed = new();

    /// <param name="plan">The town.</param>
    /// <param name="runToken">1-16 letters or digits, another one each run: it keeps ids of runs apart.</param>
    /// <param name="lastSequences">By terminal code, where the counters of the terminals stand.</param>
    public TownLife(TownPlan plan, string runToken, IReadOnlyDictionary<string, long>? lastSequences = null)
    {
        if (runToken.Length is 0 or > LongestToken || !runToken.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException("A run token is 1 to 16 letters or digits.", nameof(runToken));
        }

        dice = new TownDice([plan.Seed, StreamOfLife, .. runToken.Select(letter => (int)letter)]);
        visits = new TownVisits(plan.Map);
        tills = new TownTills(plan.Terminals, runToken);
        tills.ContinueFrom(lastSequences ?? new Dictionary<string, long>());
        square = new TownSquare(plan.People);
        lastSeen = new DateTimeOffset[plan.People.Count];
    }

    /// <summary>1.5 at night to 6 at the peaks; fewer in a town too small for that.</summary>
    public double TapsPerSecond(DateTimeOffset nowLocal) =>
        Math.Min(TownPulse.At(nowLocal), lastSeen.Length / SecondsBetweenTapsOfOne);

    public TownTap NextTap(DateTimeOffset nowLocal)
    {
        var now = nowLocal.ToOffset(TownCalendar.Offset);
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        if (owed.TryPeek(out var due, out var at) && at <= now)
        {
            owed.Dequeue();
            var amount = due.Plan.AmountOf(dice, due.Purchase.AmountMinor);
            return tills.GiveBack(due.Terminal, due.Purchase, due.Plan.Kind, amount, now);
        }

        var visit = DrawVisit(now);
        var purchase = tills.Purchase(visit, now);
        lastSeen[visit.Person.Index] = now;
        if (visit.Return is { } plannedReturn)
        {
            owed.Enqueue(new(purchase, visit.Terminal, plannedReturn), DueAt(plannedReturn, now));
        }

        return purchase;
    }

    /// <summary>One person pays at one outlet, out of the draw: somebody who takes up an offer.</summary>
    /// <param name="person">Who pays.</param>
    /// <param name="site">Where.</param>
    /// <param name="leastMinor">What it comes to at least.</param>
    /// <param name="nowLocal">When.</param>
    public TownTap Visit(TownPerson person, TownSite site, long leastMinor, DateTimeOffset nowLocal)
    {
        var now = nowLocal.ToOffset(TownCalendar.Offset);
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        lastSeen[person.Index] = now;
        var usual = TownPrices.Draw(dice, TownTradeTable.Of(site.Trade), person.Means, site.PriceLevel);
        var visit = new TownVisit(
            person, site, dice.Pick(site.Terminals), person.Subscriber.PaymentIds[0], Math.Max(usual, leastMinor), null);
        return tills.Purchase(visit, now);
    }

    private TownVisit DrawVisit(DateTimeOffset now)
    {
        var secondOfDay = (int)now.TimeOfDay.TotalSeconds;
        var restDay = TownCalendar.IsRestDay(TownCalendar.DateOf(now));
        for (var attempt = 1; ; attempt++)
        {
            var (person, trade) = square.Draw(dice, secondOfDay, restDay);
            var rested = attempt > Attempts || now - lastSeen[person.Index] >= Breath;
            if (rested && visits.Draw(dice, person, trade, secondOfDay, restDay, progress: 1) is { } visit)
            {
                return visit;
            }
        }
    }

    private DateTimeOffset DueAt(TownReturn plannedReturn, DateTimeOffset now) =>
        now.AddSeconds(plannedReturn.Kind == TownTapKind.Reversal
            ? plannedReturn.DelaySeconds
            : dice.Between(SoonestRefundSeconds, LatestRefundSeconds));
}
