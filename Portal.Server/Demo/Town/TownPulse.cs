namespace Portal.Server.Demo.Town;

/// <summary>Taps a second of the live town: faster than life, so that a dashboard moves at any hour.</summary>
internal static class TownPulse
{
    private static readonly double[] WorkDay =
    [
        1.9, 1.6, 1.5, 1.5, 1.5, 1.8, 2.8, 4.6, 6.0, 4.4, 3.6, 4.8,
        6.0, 4.7, 3.7, 3.9, 4.1, 5.3, 6.0, 5.5, 4.8, 4.0, 3.0, 2.3,
    ];

    private static readonly double[] RestDay =
    [
        2.2, 1.8, 1.6, 1.5, 1.5, 1.6, 2.0, 2.6, 3.4, 4.2, 4.9, 5.5,
        5.8, 5.2, 4.9, 5.0, 5.2, 5.5, 6.0, 5.9, 5.4, 4.6, 3.6, 2.7,
    ];

    public static double At(DateTimeOffset nowLocal)
    {
        var local = nowLocal.ToOffset(TownCalendar.Offset);
        var curve = TownCalendar.IsRestDay(TownCalendar.DateOf(local)) ? RestDay : WorkDay;
        var hour = local.Hour;
        var share = local.TimeOfDay.TotalHours - hour;
        return (curve[hour] * (1 - share)) + (curve[(hour + 1) % 24] * share);
    }
}
