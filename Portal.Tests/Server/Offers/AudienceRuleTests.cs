using CsCheck;
using Portal.Server.Offers.Domain.Audience;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Categories;
using Portal.Shared.Offers;
using Portal.Shared.Subscribers;
using Level = Portal.Server.Profiles.Contracts.Level;

namespace Portal.Tests.Server.Offers;

public sealed class AudienceRuleTests
{
    private const int Merchant = 1;
    private static readonly DateOnly _today = new(2026, 11, 23);
    private static readonly byte _dining = ConsumptionCategories.Find("dining")!.Id;
    private static readonly byte _music = ConsumptionCategories.Find("music")!.Id;

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_tap_itself_does_not_make_a_customer_known(int visitsBefore, bool isNew)
    {
        var facts = new AudienceFacts(
            Somebody(activity: [Visit(0, 1 + visitsBefore)]), _ => null, [new IgnoredTap(_today, Merchant)]);

        Assert.Equal(isNew, Compile(new() { NewCustomer = new() }).Fits(facts));
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void A_lapsed_customer_came_once_but_not_lately(int daysAgo, bool lapsed)
    {
        var rule = Compile(new() { LapsedCustomer = new(30) });
        IgnoredTap[] ignored = [new IgnoredTap(_today, Merchant)];

        Assert.Equal(lapsed, rule.Fits(new(Somebody(activity: [Visit(daysAgo, 1), Visit(0, 1)]), _ => null, ignored)));
        Assert.False(rule.Fits(new(Somebody(activity: [Visit(0, 1)]), _ => null, ignored)));
    }

    [Theory]
    [InlineData(3, 100, true)]
    [InlineData(2, 300, true)]
    [InlineData(2, 100, false)]
    public void Counts_or_amounts_over_the_threshold_are_enough(int count, long amountEach, bool fits)
    {
        var rule = Compile(new() { Purchases = new(30, 3, 600, "dining") });
        Activity[] activity =
        [
            Visit(5, count, amount: count * amountEach),
            Visit(30, 9, amount: 9_000),
            Visit(5, 9, category: _music, amount: 9_000),
        ];

        Assert.Equal(fits, rule.Fits(new(Somebody(activity: activity), _ => null)));
    }

    [Fact]
    public void What_is_not_known_never_fits()
    {
        AudienceRule[] rules =
        [
            new() { Gender = [Gender.Unknown, Gender.F, Gender.M, Gender.X] }, new() { Age = new(0, 150) },
            new() { Occupation = ["office"] }, new() { District = ["Centre"] }, new() { Language = ["zh"] },
            new() { ArpuMinor = new(0) }, new() { ContractMonths = new(0) }, new() { Level = [1, 2, 3, 4, 5] },
            new() { HabitShare = new("dining", 1) }, new() { TopCategory = ["dining"] },
            new() { UsualDistrict = ["Centre"] }, new() { ActiveHours = new(0, 24, 1) },
            new() { Tendency = new("dining", -1000, 1000) }, new() { LapsedCustomer = new(1) },
        ];
        var nobody = new AudienceFacts(Somebody(), _ => null);

        foreach (var rule in rules)
        {
            Assert.False(Compile(rule).Fits(nobody));
            Assert.True(Compile(new() { Not = rule }).Fits(nobody));
        }
    }

    [Fact]
    public void Ages_and_contract_months_are_whole_ones()
    {
        var born = Somebody(
            registration: Registered() with { BirthDate = new(1996, 11, 24), ContractDate = new(2026, 9, 24) });

        Assert.True(Compile(new() { Age = new(29, 29) }).Fits(new(born, _ => null)));
        Assert.True(Compile(new() { ContractMonths = new(1, 1) }).Fits(new(born, _ => null)));
    }

    [Fact]
    public void Habits_look_at_shares_places_and_hours_of_ninety_days()
    {
        var facts = new AudienceFacts(
            Somebody(
                activity:
                [
                    Visit(1, 3, hour: 23), Visit(2, 1, category: _music, outlet: 2, hour: 9),
                    Visit(90, 50, category: _music),
                ],
                tendencies: new() { [_dining] = -20 }),
            outlet => outlet == 1 ? "Centre" : "East");

        Assert.True(Compile(new() { HabitShare = new("dining", 75) }).Fits(facts));
        Assert.False(Compile(new() { HabitShare = new("dining", 76) }).Fits(facts));
        Assert.True(Compile(new() { TopCategory = ["dining"] }).Fits(facts));
        Assert.True(Compile(new() { UsualDistrict = ["centre"] }).Fits(facts));
        Assert.True(Compile(new() { ActiveHours = new(22, 6, 75) }).Fits(facts));
        Assert.True(Compile(new() { Tendency = new("dining", AtMostPercent: -20) }).Fits(facts));
        Assert.False(Compile(new() { Tendency = new("dining", AtLeastPercent: 0) }).Fits(facts));
    }

    [Fact]
    public void Too_deep_and_too_many_conditions_are_refused_with_their_path()
    {
        var deep = new AudienceRule { Level = [1] };
        for (var i = 0; i < RuleCompiler.MaxDepth; i++)
        {
            deep = new() { Not = deep };
        }

        var wide = new AudienceRule
        {
            Any = [.. Enumerable.Repeat(
                new AudienceRule { All = [.. Enumerable.Repeat(new AudienceRule { Level = [1] }, 26)] }, 2)],
        };

        var tooDeep = Assert.Single(RuleCompiler.Compile(deep, null).Problems);
        Assert.EndsWith(".not", tooDeep.Path, StringComparison.Ordinal);
        Assert.Equal("audience", Assert.Single(RuleCompiler.Compile(wide, null).Problems).Path);
        Assert.Equal("audience", Assert.Single(RuleCompiler.Compile(new(), null).Problems).Path);
        Assert.Single(RuleCompiler.Compile(new() { NewCustomer = new() }, null).Problems);
    }

    [Fact]
    public void Any_tree_gives_what_a_naive_reading_gives_and_explains_every_condition() =>
        Gen.Select(_rules, _profiles.Array[0, 20]).Sample((rule, profiles) =>
        {
            var compiled = Compile(rule);
            foreach (var profile in profiles)
            {
                var facts = new AudienceFacts(profile, _ => null);
                var (fits, findings) = compiled.Explain(facts);
                Assert.Equal(Naive(rule, profile), fits);
                Assert.Equal(fits, compiled.Fits(facts));
                Assert.Equal(compiled.Conditions, findings.Count);
            }
        });

    private static readonly Gen<AudienceRule> _leaves = Gen.OneOf(
        Gen.Enum<Gender>().Where(gender => gender != Gender.Unknown)
            .Select(gender => new AudienceRule { Gender = [gender] }),
        Gen.Int[1, 40].Select(percent => new AudienceRule { HabitShare = new("dining", percent * 2) }),
        Gen.Select(Gen.Int[1, 120], Gen.Int[1, 8], Gen.Long[1, 2000]).Select((days, count, amount) =>
            new AudienceRule { Purchases = new(days, count, amount, MerchantId: Merchant) }),
        Gen.Int[1, 5].Select(step => new AudienceRule { Level = [step] }));

    private static readonly Gen<AudienceRule> _rules = Gen.Recursive<AudienceRule>((depth, rule) => depth >= 4
        ? _leaves
        : Gen.OneOf(
            _leaves,
            rule.Array[0, 3].Select(all => new AudienceRule { All = all }),
            rule.Array[0, 3].Select(any => new AudienceRule { Any = any }),
            rule.Select(not => new AudienceRule { Not = not })));

    private static readonly Gen<Profile> _profiles = Gen.Select(
        Gen.Enum<Gender>(),
        Gen.Int[0, 5],
        Gen.Select(Gen.Int[0, 130], Gen.Int[0, 4], Gen.Bool, Gen.Int[1, 2]).Array[0, 8],
        (gender, level, visits) => Somebody(
            Registered() with { Gender = gender },
            [.. visits.Select(visit => Visit(
                visit.Item1, visit.Item2, category: visit.Item3 ? _dining : _music, amount: visit.Item2 * 150) with
            {
                MerchantId = visit.Item4,
            })],
            level: level == 0 ? null : new Level(level, 1, level, null)));

    private static bool Naive(AudienceRule rule, Profile profile)
    {
        if (rule.All is { } all) return all.All(part => Naive(part, profile));
        if (rule.Any is { } any) return any.Any(part => Naive(part, profile));
        if (rule.Not is { } not) return !Naive(not, profile);
        if (rule.Gender is { } genders) return genders.Contains(profile.Registration.Gender);
        if (rule.Level is { } steps) return profile.Level is { } level && steps.Contains(level.Step);
        if (rule.HabitShare is { } share)
        {
            var season = profile.Activity.Where(row => _today.DayNumber - row.Day.DayNumber < 90).ToList();
            var total = season.Sum(row => row.Count);
            return total > 0 && 100.0 * season.Where(row => row.CategoryId == _dining).Sum(row => row.Count) / total
                >= share.AtLeastPercent;
        }

        var bought = rule.Purchases!;
        var rows = profile.Activity.Where(row =>
            _today.DayNumber - row.Day.DayNumber < bought.WindowDays && row.MerchantId == bought.MerchantId).ToList();
        return rows.Sum(row => row.Count) >= bought.CountAtLeast
            || rows.Sum(row => row.AmountMinor) >= bought.AmountAtLeastMinor;
    }

    private static CompiledAudience Compile(AudienceRule rule)
    {
        var (audience, problems) = RuleCompiler.Compile(rule, Merchant);
        Assert.Empty(problems);
        return audience!;
    }

    private static Registration Registered() => new(1, Gender.Unknown, null, null, null, null, null, null, null, 0);

    private static Profile Somebody(
        Registration? registration = null,
        IReadOnlyList<Activity>? activity = null,
        Level? level = null,
        Dictionary<byte, int>? tendencies = null) =>
        new(registration ?? Registered(), _today, level, activity ?? [], tendencies ?? []);

    private static Activity Visit(
        int daysAgo, int count, byte? category = null, long amount = 100, int outlet = 1, byte hour = 12) =>
        new(_today.AddDays(-daysAgo), hour, Merchant, outlet, category ?? _dining, count, amount);
}
