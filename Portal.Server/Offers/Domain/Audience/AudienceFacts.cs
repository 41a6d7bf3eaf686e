using Portal.Server.Profiles.Contracts;

namespace Portal.Server.Offers.Domain.Audience;

/// <summary>What a rule may ask of one subscriber; habits are computed once, on the first question.</summary>
/// <param name="DistrictOf">District of an outlet.</param>
/// <param name="Ignored">
/// The tap that brings the promotion up and what came with it: they do not make a customer "not new".
/// </param>
internal sealed record AudienceFacts(
    Profile Profile, Func<int, string?> DistrictOf, IReadOnlyList<IgnoredTap>? Ignored = null)
{
    /// <summary>How far back habits look; a season, so that a holiday does not change them.</summary>
    public const int HabitDays = 90;

    private Habit90? _habits;

    public DateOnly AsOf => Profile.AsOf;

    public Habit90 Habits => _habits ??= Habit90.Of(this);

    /// <summary>The days before and including <see cref="AsOf"/>; a terminal's fast clock may be a day ahead.</summary>
    public IEnumerable<Activity> Within(int days)
    {
        var first = AsOf.AddDays(1 - days);
        foreach (var row in Profile.Activity)
        {
            if (row.Day >= first)
            {
                yield return row;
            }
        }
    }

    /// <summary>Visits of a merchant on each day, without the ignored taps.</summary>
    public SortedDictionary<DateOnly, int> VisitsAt(int merchantId)
    {
        var visits = new SortedDictionary<DateOnly, int>();
        foreach (var row in Profile.Activity)
        {
            if (row.MerchantId == merchantId)
            {
                visits[row.Day] = visits.GetValueOrDefault(row.Day) + row.Count;
            }
        }

        foreach (var tap in Ignored ?? [])
        {
            if (tap.MerchantId == merchantId && visits.TryGetValue(tap.Day, out var count))
            {
                visits[tap.Day] = count - 1;
            }
        }

        foreach (var day in visits.Where(visit => visit.Value <= 0).Select(visit => visit.Key).ToList())
        {
            visits.Remove(day);
        }

        return visits;
    }
}

/// <summary>A tap that "new customer" and "lapsed customer" leave out.</summary>
internal readonly record struct IgnoredTap(DateOnly Day, int MerchantId);

/// <summary>Purchases of 90 days by category, district and hour.</summary>
internal sealed class Habit90
{
    private readonly int[] _hours = new int[24];

    public int Total { get; private set; }

    public Dictionary<byte, int> Categories { get; } = [];

    public Dictionary<string, int> Districts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The category with most purchases; of equals, the first in the list of categories.</summary>
    public byte? TopCategory => Categories.Count == 0
        ? null
        : Categories.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).First().Key;

    public string? UsualDistrict => Districts.Count == 0
        ? null
        : Districts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .First().Key;

    public int CountOf(byte category) => Categories.GetValueOrDefault(category);

    public int CountIn(int from, int to)
    {
        var count = 0;
        for (var hour = 0; hour < 24; hour++)
        {
            count += Hours.Covers(from, to, hour) ? _hours[hour] : 0;
        }

        return count;
    }

    public static Habit90 Of(AudienceFacts facts)
    {
        var habits = new Habit90();
        foreach (var row in facts.Within(AudienceFacts.HabitDays))
        {
            if (row.Count <= 0)
            {
                continue;
            }

            habits.Total += row.Count;
            habits._hours[row.Hour] += row.Count;
            habits.Categories[row.CategoryId] = habits.CountOf(row.CategoryId) + row.Count;
            if (facts.DistrictOf(row.OutletId) is { Length: > 0 } district)
            {
                habits.Districts[district] = habits.Districts.GetValueOrDefault(district) + row.Count;
            }
        }

        return habits;
    }
}
