using Portal.Shared.Delivery;
using Portal.Shared.Subscribers;

namespace Portal.Shared.Profiles;

/// <summary>
/// What a value-added service reads of a subscriber [0014]: facts of the registration record without name, address and
/// number, joined with level, habits, tendencies and the year's statistics.
/// </summary>
/// <param name="SubscriberId">The subscriber's number in this portal.</param>
/// <param name="AsOf">The day on which "the last days" end, in the operator's time zone.</param>
/// <param name="Registration">What the operator's record says [0037].</param>
/// <param name="Level">How much is spent [0040]; null when nothing was in the last 90 days.</param>
/// <param name="Habits">On what, where and when it is spent [0040], over the last 90 days.</param>
/// <param name="Tendencies">What grows and what shrinks [0040]; categories of which too little is known are missing.</param>
/// <param name="Months">The last 13 months [0041], oldest first.</param>
public sealed record ProfileView(
    long SubscriberId,
    DateOnly AsOf,
    RegistrationFacts Registration,
    LevelView? Level,
    HabitsView Habits,
    IReadOnlyList<TendencyView> Tendencies,
    IReadOnlyList<MonthStatistics> Months);

/// <summary>The part of a registration record that does not name a person.</summary>
/// <param name="Age">In full years on the profile's day; null when the birth date is not known.</param>
/// <param name="ArpuMinor">Average revenue per user and month, minor units.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="ContractDate">Start of the contract.</param>
/// <param name="TimeZone">IANA time zone of the phone; null: the operator's.</param>
/// <param name="Consents">Channels on which offers are welcome.</param>
public sealed record RegistrationFacts(
    Gender Gender,
    int? Age,
    string? Occupation,
    string? District,
    long? ArpuMinor,
    string? Language,
    DateOnly? ContractDate,
    string? TimeZone,
    IReadOnlyList<Channel> Consents);

/// <summary>How much a subscriber spends, on a five-step scale, with what it was computed from.</summary>
/// <param name="Step">1 to 5, 5 is most: twice the spending step and once the ARPU step, rounded.</param>
/// <param name="MonthlySpendMinor">Mean net spending of 30 days over the last 90, minor units.</param>
/// <param name="SpendStep">1 to 5 among all subscribers who spent in that time.</param>
/// <param name="ArpuStep">1 to 5 among all registered ARPUs; null when not known, and then it does not count.</param>
public sealed record LevelView(int Step, long MonthlySpendMinor, int SpendStep, int? ArpuStep);

/// <summary>On what, where and when a subscriber spends; most frequent first, net of refunds.</summary>
/// <param name="Count">Purchases.</param>
/// <param name="AmountMinor">Spending, minor units.</param>
/// <param name="Categories">All categories bought from.</param>
/// <param name="Outlets">The ten outlets most often visited.</param>
/// <param name="Districts">The ten districts most often visited.</param>
/// <param name="Hours">Purchases by hour of the day in the operator's time zone: 24 numbers.</param>
/// <param name="Weekdays">Purchases by day of the week, Monday first: 7 numbers.</param>
public sealed record HabitsView(
    int Count,
    long AmountMinor,
    IReadOnlyList<CategoryHabit> Categories,
    IReadOnlyList<OutletHabit> Outlets,
    IReadOnlyList<DistrictHabit> Districts,
    IReadOnlyList<int> Hours,
    IReadOnlyList<int> Weekdays);

/// <summary>A category that a subscriber buys from.</summary>
/// <param name="Category">Code of the consumption category.</param>
/// <param name="CountShare">Part of all purchases, 0 to 1.</param>
/// <param name="AmountShare">Part of all spending, 0 to 1.</param>
public sealed record CategoryHabit(string Category, int Count, long AmountMinor, double CountShare, double AmountShare);

/// <summary>An outlet that a subscriber goes to.</summary>
/// <param name="Outlet">Name of the outlet.</param>
/// <param name="Merchant">Name of its merchant.</param>
/// <param name="CountShare">Part of all purchases, 0 to 1.</param>
/// <param name="AmountShare">Part of all spending, 0 to 1.</param>
public sealed record OutletHabit(
    int OutletId, string Outlet, string Merchant, int Count, long AmountMinor, double CountShare, double AmountShare);

/// <summary>A district that a subscriber shops in.</summary>
/// <param name="CountShare">Part of all purchases, 0 to 1.</param>
/// <param name="AmountShare">Part of all spending, 0 to 1.</param>
public sealed record DistrictHabit(string District, int Count, long AmountMinor, double CountShare, double AmountShare);

/// <summary>What grows or shrinks.</summary>
/// <param name="Category">Code of the consumption category.</param>
/// <param name="Percent">
/// Spending of the last 30 days against what 30 of the 90 days before were; -100 when there was nothing lately.
/// </param>
public sealed record TendencyView(string Category, int Percent);
