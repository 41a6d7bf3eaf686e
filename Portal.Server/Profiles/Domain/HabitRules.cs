using Portal.Server.Profiles.Contracts;

namespace Portal.Server.Profiles.Domain;

/// <summary>The consumption habit [0040], from activity alone.</summary>
internal static class HabitRules
{
    /// <summary>More than these are no habit but everything; categories are few and all shown.</summary>
    public const int Top = 10;

    /// <param name="districtOf">The district of an outlet; null where it is not known.</param>
    public static Habits Of(IReadOnlyList<Activity> activity, DateOnly asOf, Func<int, string?> districtOf)
    {
        var from = asOf.AddDays(1 - LevelScale.Days);
        var recent = activity.Where(row => row.Day >= from && row.Day <= asOf).ToList();
        var count = recent.Sum(row => row.Count);
        var amount = recent.Sum(row => row.AmountMinor);
        var hours = new int[24];
        var weekdays = new int[7];
        foreach (var row in recent)
        {
            hours[row.Hour] += row.Count;
            weekdays[((int)row.Day.DayOfWeek + 6) % 7] += row.Count;
        }

        return new Habits(
            count,
            amount,
            Group(recent, row => row.CategoryId, int.MaxValue),
            Group(recent, row => row.OutletId, Top),
            Group(recent.Where(row => districtOf(row.OutletId) is not null), row => districtOf(row.OutletId)!, Top),
            hours,
            weekdays);

        List<Habit<TKey>> Group<TKey>(IEnumerable<Activity> rows, Func<Activity, TKey> by, int top) =>
        [
            .. rows.GroupBy(by)
                .Select(group => (group.Key, Count: group.Sum(row => row.Count), Amount: group.Sum(row => row.AmountMinor)))
                .OrderByDescending(sum => sum.Count)
                .ThenByDescending(sum => sum.Amount)
                .ThenBy(sum => sum.Key)
                .Take(top)
                .Select(sum => new Habit<TKey>(
                    sum.Key, sum.Count, sum.Amount, (double)sum.Count / count, (double)sum.Amount / amount)),
        ];
    }
}
