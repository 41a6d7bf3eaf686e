namespace Portal.Server.Profiles.Domain;

/// <summary>Days and months as numbers that sort and that a person can read in the database: 20261123, 202611.</summary>
internal static class CalendarNumber
{
    public static int OfDay(DateOnly day) => (OfMonth(day) * 100) + day.Day;

    public static int OfMonth(DateOnly day) => (day.Year * 100) + day.Month;

    public static DateOnly ToDay(int number) => new(number / 10_000, number / 100 % 100, number % 100);

    /// <summary>A month's number as contracts write it: <c>2026-11</c>.</summary>
    public static string MonthText(int number) => $"{number / 100:D4}-{number % 100:D2}";
}
