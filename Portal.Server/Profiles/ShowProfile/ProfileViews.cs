using Portal.Server.Profiles.Contracts;
using Portal.Shared.Categories;
using Portal.Shared.Delivery;
using Portal.Shared.Profiles;

namespace Portal.Server.Profiles.ShowProfile;

/// <summary>Puts a profile into the words of the public contract.</summary>
internal static class ProfileViews
{
    public static ProfileView Of(
        Profile profile, Habits habits, PlaceNames names, IReadOnlyList<MonthStatistics> months) => new(
        profile.SubscriberId,
        profile.AsOf,
        Facts(profile),
        profile.Level is { } level
            ? new LevelView(level.Step, level.MonthlySpendMinor, level.SpendStep, level.ArpuStep)
            : null,
        View(habits, names),
        [
            .. profile.Tendencies.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
                .Select(pair => new TendencyView(CategoryCode(pair.Key), pair.Value)),
        ],
        months);

    private static RegistrationFacts Facts(Profile profile)
    {
        var registration = profile.Registration;
        return new RegistrationFacts(
            registration.Gender,
            registration.BirthDate is { } born ? Age(born, profile.AsOf) : null,
            registration.Occupation,
            registration.District,
            registration.ArpuMinor,
            registration.Language,
            registration.ContractDate,
            registration.TimeZone,
            [.. Enum.GetValues<Channel>().Where(registration.Consents)]);
    }

    /// <summary>Full years; who was born on 29 February is a year older on 1 March of common years.</summary>
    private static int Age(DateOnly born, DateOnly on) =>
        on.Year - born.Year - ((on.Month, on.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);

    private static HabitsView View(Habits habits, PlaceNames names) => new(
        habits.Count,
        habits.AmountMinor,
        [
            .. habits.Categories.Select(habit => new CategoryHabit(
                CategoryCode(habit.Key), habit.Count, habit.AmountMinor, habit.CountShare, habit.AmountShare)),
        ],
        [
            .. habits.Outlets.Select(habit => new OutletHabit(
                habit.Key,
                names.OutletName(habit.Key),
                names.MerchantNameOf(habit.Key),
                habit.Count,
                habit.AmountMinor,
                habit.CountShare,
                habit.AmountShare)),
        ],
        [
            .. habits.Districts.Select(habit => new DistrictHabit(
                habit.Key, habit.Count, habit.AmountMinor, habit.CountShare, habit.AmountShare)),
        ],
        habits.Hours,
        habits.Weekdays);

    private static string CategoryCode(byte id) => ConsumptionCategories.Get(id).Code;
}
