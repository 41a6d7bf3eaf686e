using Portal.Shared.Offers;
using Portal.Shared.Subscribers;

namespace Portal.Server.Offers.Domain.Audience;

/// <summary>Conditions on the registration record and the level [0037, 0040].</summary>
internal static class RegistrationConditions
{
    private const string Unknown = "unknown";

    private static readonly Wording _contract = new(
        "It is meant for people with details like those in your contract.", "该优惠面向与您的登记资料相符的用户。");

    public static Condition Gender(IReadOnlySet<Gender> genders) => new(
        $"one of {string.Join(", ", genders)}",
        facts => genders.Contains(facts.Profile.Registration.Gender)
            && facts.Profile.Registration.Gender != Shared.Subscribers.Gender.Unknown,
        facts => facts.Profile.Registration.Gender == Shared.Subscribers.Gender.Unknown
            ? Unknown
            : $"{facts.Profile.Registration.Gender}",
        _ => _contract);

    public static Condition Age(NumberRange range) => InRange(
        range, "years", facts => AgeOf(facts.Profile.Registration.BirthDate, facts.AsOf));

    public static Condition Arpu(NumberRange range) => InRange(
        range, "minor units", facts => facts.Profile.Registration.ArpuMinor);

    public static Condition ContractMonths(NumberRange range) => InRange(
        range, "months", facts => MonthsSince(facts.Profile.Registration.ContractDate, facts.AsOf));

    public static Condition Occupation(IReadOnlyList<string> values) =>
        OneOf(values, facts => facts.Profile.Registration.Occupation);

    public static Condition District(IReadOnlyList<string> values) =>
        OneOf(values, facts => facts.Profile.Registration.District);

    /// <summary><c>zh</c> fits zh-CN too (RFC 4647 section 3.3.1, basic filtering).</summary>
    public static Condition Language(IReadOnlyList<string> values) => new(
        $"one of {string.Join(", ", values)}",
        facts => facts.Profile.Registration.Language is { } language && values.Any(value => Covers(value, language)),
        facts => facts.Profile.Registration.Language ?? Unknown,
        _ => new Wording("It is written in your language.", "内容使用您的语言。"));

    public static Condition Level(IReadOnlySet<int> steps) => new(
        $"level {string.Join(" or ", steps.Order())}",
        facts => facts.Profile.Level is { } level && steps.Contains(level.Step),
        facts => facts.Profile.Level is { } level
            ? $"level {level.Step}, from {level.MonthlySpendMinor} minor units a month"
            : Unknown,
        _ => new Wording("It fits how much you usually spend.", "它与您平时的消费层次相符。"));

    private static bool Covers(string range, string language) =>
        language.StartsWith(range, StringComparison.OrdinalIgnoreCase)
        && (language.Length == range.Length || language[range.Length] == '-');

    private static Condition OneOf(IReadOnlyList<string> values, Func<AudienceFacts, string?> look)
    {
        var set = values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new Condition(
            $"one of {string.Join(", ", values)}",
            facts => look(facts) is { Length: > 0 } value && set.Contains(value),
            facts => look(facts) is { Length: > 0 } value ? value : Unknown,
            _ => _contract);
    }

    private static Condition InRange(NumberRange range, string unit, Func<AudienceFacts, long?> look) => new(
        (range.From is { } from ? $"from {from} " : "") + (range.To is { } to ? $"to {to} " : "") + unit,
        facts => look(facts) is { } value && !(value < range.From) && !(value > range.To),
        facts => look(facts) is { } value ? $"{value} {unit}" : Unknown,
        _ => _contract);

    private static long? AgeOf(DateOnly? born, DateOnly today)
    {
        if (born is not { } birth)
        {
            return null;
        }

        var years = today.Year - birth.Year;
        return birth.AddYears(years) > today ? years - 1 : years;
    }

    private static long? MonthsSince(DateOnly? date, DateOnly today)
    {
        if (date is not { } start)
        {
            return null;
        }

        var months = ((today.Year - start.Year) * 12) + today.Month - start.Month;
        return start.AddMonths(months) > today ? months - 1 : months;
    }
}
