using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Privacy;
using Portal.Server.Platform.Time;
using Portal.Server.Subscribers.Contracts;
using Portal.Server.Subscribers.Domain;
using Portal.Shared.Delivery;

namespace Portal.Server.Subscribers.Persistence;

internal sealed class SubscriberDirectory(PortalDbContext database, PersonalData personalData, OperatorClock clock)
    : ISubscriberDirectory
{
    private static readonly Expression<Func<Subscriber, Registration>> _toRegistration = subscriber => new Registration(
        subscriber.Id,
        subscriber.Gender,
        subscriber.BirthDate,
        subscriber.Occupation,
        subscriber.District,
        subscriber.ArpuMinor,
        subscriber.Language,
        subscriber.ContractDate,
        subscriber.TimeZone,
        subscriber.ConsentMask);

    public async Task<long?> FindIdAsync(Msisdn msisdn, CancellationToken cancellationToken)
    {
        var hash = personalData.Hash(msisdn);
        return await database.Set<Subscriber>().Where(subscriber => subscriber.MsisdnHash == hash)
            .Select(subscriber => (long?)subscriber.Id).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<Msisdn?> FindMsisdnAsync(long subscriberId, CancellationToken cancellationToken) =>
        (await MsisdnsAsync([subscriberId], cancellationToken)).TryGetValue(subscriberId, out var msisdn)
            ? msisdn
            : null;

    public async Task<IReadOnlyDictionary<long, Msisdn>> MsisdnsAsync(
        IReadOnlyCollection<long> subscriberIds, CancellationToken cancellationToken)
    {
        var rows = await database.Set<Subscriber>().Where(subscriber => subscriberIds.Contains(subscriber.Id))
            .Select(subscriber => new { subscriber.Id, subscriber.MsisdnSealed }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Id, row => Open(row.MsisdnSealed));
    }

    public async Task<IReadOnlyDictionary<long, Registration>> RegistrationsAsync(
        IReadOnlyCollection<long> subscriberIds, CancellationToken cancellationToken) =>
        await database.Set<Subscriber>().Where(subscriber => subscriberIds.Contains(subscriber.Id))
            .Select(_toRegistration)
            .ToDictionaryAsync(registration => registration.SubscriberId, cancellationToken);

    public async Task<IReadOnlyList<Registration>> ScanAsync(
        long afterId, int limit, CancellationToken cancellationToken) =>
        await database.Set<Subscriber>().Where(subscriber => subscriber.Id > afterId)
            .OrderBy(subscriber => subscriber.Id).Take(limit).Select(_toRegistration).ToListAsync(cancellationToken);

    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        database.Set<Subscriber>().CountAsync(cancellationToken);

    public async Task<IReadOnlyList<Channel>> WithdrawAllAsync(
        long subscriberId, string source, CancellationToken cancellationToken)
    {
        var subscriber = await database.Set<Subscriber>().SingleAsync(row => row.Id == subscriberId, cancellationToken);
        var changes = Enum.GetValues<Channel>()
            .Select(channel => subscriber.SetConsent(channel, granted: false, source, clock.Now))
            .OfType<ConsentChange>()
            .ToList();
        database.AddRange(changes);
        await database.SaveChangesAsync(cancellationToken);
        return changes.ConvertAll(change => change.Channel);
    }

    public async Task SetConsentAsync(
        long subscriberId, Channel channel, bool granted, string source, CancellationToken cancellationToken)
    {
        var subscriber = await database.Set<Subscriber>().SingleAsync(row => row.Id == subscriberId, cancellationToken);
        if (subscriber.SetConsent(channel, granted, source, clock.Now) is { } change)
        {
            database.Add(change);
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    public Task<HeldPaymentId?> FindPaymentIdAsync(
        long subscriberId, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Set<Binding>()
            .Where(binding => binding.SubscriberId == subscriberId
                && binding.ValidFrom <= at
                && (binding.ValidTo == null || binding.ValidTo > at))
            .OrderBy(binding => binding.Id)
            .Select(binding => new HeldPaymentId(binding.PaymentIdHash, binding.PaymentIdLast4))
            .FirstOrDefaultAsync(cancellationToken);

    private Msisdn Open(byte[] sealedNumber) => Msisdn.Parse(personalData.Open(sealedNumber));
}
