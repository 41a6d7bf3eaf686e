using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Delivery.Domain;
using Portal.Server.Offers.Contracts;
using Portal.Server.Platform;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Sending;

/// <summary>Reads what the rules ask for, through the caller's database context.</summary>
internal sealed class SendingPolicy(
    PortalDbContext database,
    ISubscriberDirectory subscribers,
    IOffersForDelivery offers,
    OperatorClock clock,
    IOptions<DeliveryOptions> options,
    IOptions<PortalOptions> portal)
{
    private const int DaysOfWeek = 7;

    public SendingRules Rules { get; } = new(
        new QuietHours(options.Value.QuietFrom, options.Value.QuietTo),
        options.Value.MaxPerDay,
        options.Value.MaxPerWeek);

    /// <summary>A verdict on each delivery, the caps left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, Verdict>> CheckAsync(
        IReadOnlyCollection<OutboundDelivery> deliveries, CancellationToken cancellationToken)
    {
        var people = await subscribers.RegistrationsAsync(
            [.. deliveries.Select(delivery => delivery.SubscriberId).Distinct()], cancellationToken);
        var offerIds = deliveries.Select(delivery => delivery.OfferId).OfType<Guid>().Distinct().ToArray();
        var open = offerIds.Length == 0
            ? new HashSet<Guid>()
            : await offers.StillOpenAsync(offerIds, cancellationToken);
        var now = clock.Now;
        return deliveries.ToDictionary(
            delivery => delivery.Id,
            delivery => Rules.Check(delivery, Facts(delivery, people, open), now));
    }

    /// <summary>
    /// Until the end of the caller's transaction nobody else decides on the caps of these subscribers. Always in the
    /// order of their numbers, so that two batches never wait for each other.
    /// </summary>
    public async Task LockAsync(IEnumerable<long> subscriberIds, CancellationToken cancellationToken)
    {
        foreach (var subscriberId in subscriberIds.Distinct().Order())
        {
            await LockAsync(subscriberId, cancellationToken);
        }
    }

    /// <summary>
    /// What may have reached the phone, this delivery apart; the subscriber is locked. What surely failed does not
    /// count.
    /// </summary>
    public async Task<Contacts> CountAsync(OutboundDelivery delivery, CancellationToken cancellationToken)
    {
        var today = clock.StartOf(clock.Today);
        var week = clock.StartOf(clock.Today.AddDays(1 - DaysOfWeek));
        var sent = await database.Set<OutboundDelivery>().AsNoTracking()
            .Where(row => row.SubscriberId == delivery.SubscriberId
                && row.SubmittedAt >= week
                && row.OfferId != null
                && row.State != DeliveryState.Failed
                && row.Id != delivery.Id)
            .Select(row => row.SubmittedAt)
            .ToListAsync(cancellationToken);
        return new Contacts(sent.Count(at => at >= today), sent.Count);
    }

    private async Task LockAsync(long subscriberId, CancellationToken cancellationToken)
    {
        var locked = await database.Set<ContactLock>().Where(row => row.SubscriberId == subscriberId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Turns, row => row.Turns + 1), cancellationToken);
        if (locked == 0)
        {
            // Where another node makes the row too, the key lets only one through; the other starts its batch again.
            database.Add(new ContactLock { SubscriberId = subscriberId });
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    private SendingFacts Facts(
        OutboundDelivery delivery, IReadOnlyDictionary<long, Registration> people, IReadOnlySet<Guid> open)
    {
        var person = people.GetValueOrDefault(delivery.SubscriberId);
        return new SendingFacts(
            person is not null,
            person?.Consents(delivery.Channel) == true,
            person?.TimeZone ?? portal.Value.TimeZone,
            delivery.OfferId is { } offer && open.Contains(offer));
    }
}
