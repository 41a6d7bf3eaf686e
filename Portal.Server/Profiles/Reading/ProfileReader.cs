using Microsoft.EntityFrameworkCore;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Platform.Database;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Profiles.Domain;
using Portal.Server.Profiles.Levels;
using Portal.Server.Subscribers.Contracts;

namespace Portal.Server.Profiles.Reading;

/// <summary>Makes profiles when they are asked for (ADR 0007): one query for registrations, one for activity.</summary>
internal sealed class ProfileReader(
    PortalDbContext database, ISubscriberDirectory subscribers, IMerchantDirectory merchants, LevelScales scales)
    : IProfiles
{
    public async Task<IReadOnlyDictionary<long, Profile>> LoadAsync(
        IReadOnlyCollection<long> subscriberIds, DateOnly asOf, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subscriberIds.Count, IProfiles.MaxAtOnce);
        var registrations = await subscribers.RegistrationsAsync(subscriberIds, cancellationToken);
        var profiles = await JoinAsync([.. registrations.Values], asOf, cancellationToken);
        return profiles.ToDictionary(profile => profile.SubscriberId);
    }

    public async Task<IReadOnlyList<Profile>> ScanAsync(
        long afterId, int limit, DateOnly asOf, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, IProfiles.MaxAtOnce);
        return await JoinAsync(await subscribers.ScanAsync(afterId, limit, cancellationToken), asOf, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<long, Habits>> HabitsAsync(
        IReadOnlyCollection<Profile> profiles, CancellationToken cancellationToken)
    {
        var outlets = await merchants.OutletsAsync(cancellationToken);
        return profiles.ToDictionary(
            profile => profile.SubscriberId,
            profile => HabitRules.Of(
                profile.Activity, profile.AsOf, outletId => outlets.GetValueOrDefault(outletId)?.District));
    }

    private async Task<List<Profile>> JoinAsync(
        IReadOnlyList<Registration> registrations, DateOnly asOf, CancellationToken cancellationToken)
    {
        if (registrations.Count == 0)
        {
            return [];
        }

        var scale = await scales.OfAsync(asOf, cancellationToken);
        var activity = await ActivityAsync(registrations, asOf, cancellationToken);
        var spentFrom = asOf.AddDays(1 - LevelScale.Days);
        var profiles = new List<Profile>(registrations.Count);
        foreach (var registration in registrations)
        {
            var own = activity.GetValueOrDefault(registration.SubscriberId) ?? [];
            var spent = own.Where(row => row.Day >= spentFrom).Sum(row => row.AmountMinor);
            profiles.Add(new Profile(
                registration,
                asOf,
                scale.LevelOf(spent, registration.ArpuMinor),
                own,
                TendencyRules.Of(own, asOf)));
        }

        return profiles;
    }

    private async Task<Dictionary<long, List<Activity>>> ActivityAsync(
        IReadOnlyList<Registration> registrations, DateOnly asOf, CancellationToken cancellationToken)
    {
        var ids = registrations.Select(registration => registration.SubscriberId).ToList();
        var from = CalendarNumber.OfDay(asOf.AddDays(1 - Profile.HistoryDays));
        var to = CalendarNumber.OfDay(asOf);
        var rows = database.Set<ActivityRow>().AsNoTracking()
            .Where(row => ids.Contains(row.SubscriberId) && row.Day >= from && row.Day <= to)
            .OrderBy(row => row.SubscriberId).ThenBy(row => row.Day).ThenBy(row => row.Hour);
        var activity = new Dictionary<long, List<Activity>>(ids.Count);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!activity.TryGetValue(row.SubscriberId, out var own))
            {
                activity[row.SubscriberId] = own = [];
            }

            own.Add(new Activity(
                CalendarNumber.ToDay(row.Day),
                row.Hour,
                row.MerchantId,
                row.OutletId,
                row.CategoryId,
                row.Count,
                row.AmountMinor));
        }

        return activity;
    }
}
