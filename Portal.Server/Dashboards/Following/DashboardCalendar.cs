using Portal.Server.Dashboards.Domain;
using Portal.Server.Platform.Time;
using Portal.Shared.Dashboards;

namespace Portal.Server.Dashboards.Following;

/// <summary>The operator's day, computed once a day and not once a tap.</summary>
internal sealed class DashboardCalendar(OperatorClock clock)
{
    /// <summary>A clock may be so much ahead: a tap of the last hour may have been received before it.</summary>
    private static readonly TimeSpan _clockSkew = TimeSpan.FromMinutes(10);

    private volatile Box _day = new(default);

    public DateTimeOffset Now => clock.Now;

    public OperatorDay Today()
    {
        var known = _day.Day;
        var now = clock.Now;
        if (known.Contains(now))
        {
            return known;
        }

        var date = clock.DayOf(now);
        var today = new OperatorDay(date, clock.StartOf(date), clock.StartOf(date.AddDays(1)));
        _day = new Box(today);
        return today;
    }

    /// <summary>From when on taps are read after a restart: the day, and the hour of the charts.</summary>
    public DateTimeOffset TailBegin(OperatorDay today)
    {
        var charts = clock.Now - TimeSpan.FromMinutes(DashboardHubContract.MinutesShown);
        return (charts < today.Start ? charts : today.Start) - _clockSkew;
    }

    private sealed record Box(OperatorDay Day);
}
