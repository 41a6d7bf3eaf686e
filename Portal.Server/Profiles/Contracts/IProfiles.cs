using Portal.Server.Subscribers.Contracts;

namespace Portal.Server.Profiles.Contracts;

/// <summary>Reads what is known of subscribers, as the statistics stand in the caller's database context.</summary>
internal interface IProfiles
{
    /// <summary>Most subscribers of one call: their activity is held in memory at once.</summary>
    const int MaxAtOnce = 1_000;

    /// <summary>Profiles by subscriber; those whom nobody registered are missing.</summary>
    /// <param name="asOf">The day on which "the last 30 days" end; in the operator's time zone.</param>
    Task<IReadOnlyDictionary<long, Profile>> LoadAsync(
        IReadOnlyCollection<long> subscriberIds, DateOnly asOf, CancellationToken cancellationToken);

    /// <summary>The next profiles in the order of subscribers; empty after the last one.</summary>
    Task<IReadOnlyList<Profile>> ScanAsync(
        long afterId, int limit, DateOnly asOf, CancellationToken cancellationToken);

    /// <summary>The habits of these profiles, by subscriber.</summary>
    Task<IReadOnlyDictionary<long, Habits>> HabitsAsync(
        IReadOnlyCollection<Profile> profiles, CancellationToken cancellationToken);
}

/// <summary>Purchases of one subscriber in one local hour at one outlet and in one category, net of refunds.</summary>
internal sealed record Activity(
    DateOnly Day, byte Hour, int MerchantId, int OutletId, byte CategoryId, int Count, long AmountMinor);

/// <summary>
/// What is known of a subscriber [0037-0040]: the registration record joined with habits, level and tendency. All of it
/// follows from the activity of the last <see cref="HistoryDays"/> days before <see cref="AsOf"/>.
/// </summary>
/// <param name="Level">Null when nothing was spent in the last 90 days.</param>
/// <param name="Activity">In the order of days.</param>
/// <param name="Tendencies">
/// By category: the last 30 days against 30 of the 90 before, in per cent; -100 is a category with nothing recent. A
/// category of which too little is known is missing.
/// </param>
internal sealed record Profile(
    Registration Registration,
    DateOnly AsOf,
    Level? Level,
    IReadOnlyList<Activity> Activity,
    IReadOnlyDictionary<byte, int> Tendencies)
{
    /// <summary>How far back a profile looks: a year and a month, so that last year's season is in it.</summary>
    public const int HistoryDays = 400;

    public long SubscriberId => Registration.SubscriberId;
}

/// <summary>
/// How much somebody spends, on a five-step scale (5 is most), with what it was computed from.
/// </summary>
/// <param name="Step">1 to 5: twice the spending step and once the ARPU step, rounded; spending alone without ARPU.</param>
/// <param name="MonthlySpendMinor">Mean net spending of 30 days over the last 90, minor units.</param>
/// <param name="SpendStep">1 to 5 among all subscribers who spent in that time.</param>
/// <param name="ArpuStep">1 to 5 among all registered ARPUs; null when not known.</param>
internal sealed record Level(int Step, long MonthlySpendMinor, int SpendStep, int? ArpuStep);
