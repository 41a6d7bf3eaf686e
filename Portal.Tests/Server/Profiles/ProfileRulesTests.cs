using CsCheck;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Profiles.Domain;

namespace Portal.Tests.Server.Profiles;

public sealed class ProfileRulesTests
{
    private const byte Dining = 4;
    private const byte Music = 15;

    private static readonly DateOnly _today = new(2026, 11, 23);

    [Fact]
    public void Five_who_differ_stand_on_the_five_steps() =>
        Assert.Equal([1, 2, 3, 4, 5], Steps([10, 20, 30, 40, 50]));

    [Fact]
    public void Where_all_are_alike_all_stand_in_the_middle() =>
        Assert.Equal([3, 3, 3, 3, 3, 3], Steps([70, 70, 70, 70, 70, 70]));

    [Fact]
    public void Ties_share_a_step_and_outliers_move_nobody_else() =>
        Assert.Equal([2, 2, 2, 4, 5], Steps([10, 10, 10, 40, 1_000_000_000]));

    [Fact]
    public void Fewer_than_five_cannot_be_compared() => Assert.Equal([3, 3, 3, 3], Steps([1, 20, 300, 4_000]));

    [Fact]
    public void A_hundred_are_cut_into_fifths()
    {
        var steps = Steps([.. Enumerable.Range(1, 100).Select(value => (long)value)]);

        Assert.All(Enumerable.Range(1, 5), step => Assert.Equal(20, steps.Count(other => other == step)));
    }

    [Fact]
    public void Who_spends_more_never_stands_lower() => Gen
        .Select(Gen.Long[1, 50].Array[0, 40], Gen.Long[0, 60], Gen.Long[0, 60])
        .Sample((population, one, other) =>
        {
            var scale = new QuintileScale([.. population]);
            Assert.InRange(scale.StepOf(one), 1, 5);
            Assert.True(one > other || scale.StepOf(one) <= scale.StepOf(other));
        });

    [Theory]
    [InlineData(50, 10L, 4)] // (2 * 5 + 1 + 1) / 3
    [InlineData(50, 50L, 5)]
    [InlineData(10, 50L, 2)] // (2 * 1 + 5 + 1) / 3
    [InlineData(10, 10L, 1)]
    [InlineData(30, 40L, 3)] // (2 * 3 + 4 + 1) / 3
    [InlineData(20, null, 2)]
    public void The_level_weighs_spending_twice_and_arpu_once(long spent, long? arpu, int step)
    {
        var scale = new LevelScale(
            new QuintileScale([10, 20, 30, 40, 50]), new QuintileScale([10, 20, 30, 40, 50]));

        Assert.Equal(step, scale.LevelOf(spent, arpu)!.Step);
    }

    [Fact]
    public void The_level_shows_its_basis()
    {
        var scale = new LevelScale(new QuintileScale([1]), new QuintileScale([]));

        Assert.Equal(new Level(3, 3_000, 3, null), scale.LevelOf(9_001, null));
        Assert.Null(scale.LevelOf(0, 5_000));
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(150, 50)]
    [InlineData(50, -50)]
    [InlineData(0, -100)]
    [InlineData(33, -67)]
    public void A_tendency_is_the_last_thirty_days_against_thirty_usual_ones(long recent, int percent)
    {
        var activity = Usual(Dining).Append(Bought(0, Dining, recent)).Where(row => row.AmountMinor > 0).ToList();

        Assert.Equal(percent, TendencyRules.Of(activity, _today)[Dining]);
    }

    [Fact]
    public void The_windows_end_and_begin_where_they_should()
    {
        // Usual: 4 x 75 = 300 in 90 days, 100 in 30. Days 29 and 30 ago are the last recent and the first usual one.
        Activity[] usual =
            [Bought(30, Dining, 75), Bought(60, Dining, 75), Bought(90, Dining, 75), Bought(119, Dining, 75)];
        Activity[] outside = [Bought(-1, Dining, 120), Bought(120, Dining, 999)];

        Assert.Equal(-100, TendencyRules.Of(usual, _today)[Dining]);
        Assert.Equal(20, TendencyRules.Of([.. usual, Bought(29, Dining, 120)], _today)[Dining]);
        Assert.Equal(-100, TendencyRules.Of([.. usual, .. outside], _today)[Dining]);
    }

    [Fact]
    public void With_three_usual_purchases_nothing_is_called_a_tendency()
    {
        var activity = Usual(Dining).Skip(1).Append(Bought(0, Dining, 100)).Append(Bought(110, Music, 1)).ToList();

        Assert.Empty(TendencyRules.Of(activity, _today));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(59, false)]
    public void Who_began_less_than_sixty_days_ago_has_no_tendency(int began, bool known)
    {
        Activity[] activity = [.. Enumerable.Range(0, 5).Select(i => Bought(began - i, Dining, 10))];

        Assert.Equal(known, TendencyRules.Of(activity, _today).ContainsKey(Dining));
    }

    [Fact]
    public void Habits_count_what_where_and_when()
    {
        Activity[] activity =
        [
            Bought(0, Dining, 600, outlet: 1, hour: 12, count: 2), // a Monday
            Bought(1, Music, 300, outlet: 2, hour: 20),
            Bought(89, Dining, 100, outlet: 1, hour: 12), // a Wednesday
            Bought(90, Music, 9_999, outlet: 3, hour: 3),
        ];

        var habits = HabitRules.Of(activity, _today, outlet => outlet == 1 ? "Old Town" : null);

        Assert.Equal((4, 1_000), (habits.Count, habits.AmountMinor));
        Assert.Equal(
            [new Habit<byte>(Dining, 3, 700, 0.75, 0.7), new Habit<byte>(Music, 1, 300, 0.25, 0.3)], habits.Categories);
        Assert.Equal([1, 2], habits.Outlets.Select(habit => habit.Key));
        Assert.Equal([new Habit<string>("Old Town", 3, 700, 0.75, 0.7)], habits.Districts);
        Assert.Equal((3, 1, 4), (habits.Hours[12], habits.Hours[20], habits.Hours.Sum()));
        Assert.Equal([2, 0, 1, 0, 0, 0, 1], habits.Weekdays);
    }

    [Fact]
    public void Who_bought_nothing_has_empty_habits()
    {
        var habits = HabitRules.Of([], _today, _ => null);

        Assert.Equal(0, habits.Count);
        Assert.Empty(habits.Categories);
        Assert.Equal(24, habits.Hours.Count);
    }

    private static int[] Steps(long[] population)
    {
        var scale = new QuintileScale([.. population]);
        return [.. population.Select(scale.StepOf)];
    }

    /// <summary>Four purchases that make 100 the usual amount of 30 days.</summary>
    private static IEnumerable<Activity> Usual(byte category) =>
        [Bought(40, category, 75), Bought(50, category, 75), Bought(60, category, 75), Bought(70, category, 75)];

    private static Activity Bought(
        int daysAgo, byte category, long amountMinor, int outlet = 1, byte hour = 12, int count = 1) =>
        new(_today.AddDays(-daysAgo), hour, 1, outlet, category, count, amountMinor);
}
