namespace Portal.Server.Demo.Town;

/// <summary>Trips: which stop charges the fare, and how much it is.</summary>
internal sealed class TownTransit(TownMap map)
{
    private const long BusFareMinor = 200;
    private const double WalkKm = 1.8;

    public TownCommute? Commute(TownDice dice, TownPoint home, TownPoint work)
    {
        var prefersBus = dice.Chance(0.5);
        var line = prefersBus && BusServes(home, work) ? TownTrade.Bus : TownTrade.Metro;
        var stops = map.SitesOf(line);
        if (stops.Length == 0)
        {
            return null;
        }

        var homeStop = Nearest(stops, home);
        var workStop = Nearest(stops, work);
        return new(
            line,
            homeStop,
            workStop,
            line == TownTrade.Bus ? BusFareMinor : FareBetween(homeStop.Place, workStop.Place),
            (int)((8.2 + (0.55 * Math.Clamp(dice.Normal(), -2.5, 2.5))) * 3600),
            (int)((18.4 + (0.8 * Math.Clamp(dice.Normal(), -2, 2.5))) * 3600));
    }

    /// <summary>A metro trip is charged at its end, a bus trip where one boards.</summary>
    public static TownSite ChargedAt(TownCommute commute, int secondOfDay)
    {
        var isMorning = secondOfDay < 12 * 3600;
        return isMorning == (commute.Line == TownTrade.Metro) ? commute.WorkStop : commute.HomeStop;
    }

    public (TownSite Stop, long FareMinor) Trip(TownDice dice, TownPerson person, TownTrade line)
    {
        var stops = map.SitesOf(line);
        var homeStop = Nearest(stops, person.Home);
        var far = dice.Pick(stops);
        var charged = dice.Chance(0.5) ? homeStop : far;
        return (charged, line == TownTrade.Bus ? BusFareMinor : FareBetween(homeStop.Place, far.Place));
    }

    private bool BusServes(TownPoint home, TownPoint work)
    {
        var stops = map.SitesOf(TownTrade.Bus);
        return stops.Length > 1
            && Nearest(stops, home) != Nearest(stops, work)
            && Nearest(stops, home).Place.KilometresTo(home) < WalkKm
            && Nearest(stops, work).Place.KilometresTo(work) < WalkKm;
    }

    private static TownSite Nearest(TownSite[] stops, TownPoint place)
    {
        var nearest = stops[0];
        foreach (var stop in stops)
        {
            nearest = stop.Place.KilometresTo(place) < nearest.Place.KilometresTo(place) ? stop : nearest;
        }

        return nearest;
    }

    // Two yuan for the first two kilometres as the crow flies, one more for each 1.4, seven at most.
    private static long FareBetween(TownPoint start, TownPoint end)
    {
        var further = Math.Max(0, start.KilometresTo(end) - 2);
        return 100 * Math.Min(7, 2 + (long)Math.Ceiling(further / 1.4));
    }
}
