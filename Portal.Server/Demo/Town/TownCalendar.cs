namespace Portal.Server.Demo.Town;

internal static class TownCalendar
{
    // China has one zone and no summer time, so a fixed offset is exact and needs no zone database.
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    public static DateTimeOffset At(DateOnly date, int secondOfDay) =>
        new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), Offset).AddSeconds(secondOfDay);

    // Of the public holidays only single days with a fixed date: a whole week off would hide planted tendencies.
    public static bool IsRestDay(DateOnly date) =>
        date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || date is (_, 1, 1) or (_, 5, 1) or (_, 10, 1);

    public static bool IsPayDay(DateOnly date) => date.Day is >= 10 and <= 12;

    public static double PayDayLift(TownTrade trade) => trade switch
    {
        TownTrade.Fashion or TownTrade.Electronics => 2.0,
        TownTrade.Shoes or TownTrade.Cosmetics or TownTrade.DepartmentStore => 1.7,
        TownTrade.Dining or TownTrade.HotPot => 1.6,
        TownTrade.Cinema or TownTrade.Sports => 1.25,
        _ => 1,
    };
}
