using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Reading;
using Portal.Server.Platform;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Matching;

/// <summary>
/// Reads the next batch. The checkpoint is read first: if another node moves it while this one reads, the
/// compare-and-swap fails, and nothing that was read stale is written.
/// </summary>
internal sealed class BatchReader(
    PortalDbContext database,
    ICheckpoints checkpoints,
    ILedgerReader ledger,
    IBindingMap bindings,
    IProfiles profiles,
    IMerchantDirectory merchants,
    OutletMap outletMap,
    PromotionCatalogue catalogue,
    CapReader caps,
    OperatorClock clock,
    IOptions<PortalOptions> portal,
    IOptions<OffersOptions> options)
{
    /// <summary>The next batch; null when matching has caught up with the statistics.</summary>
    public async Task<MatchingBatch?> ReadAsync(CancellationToken cancellationToken)
    {
        var start = await checkpoints.ReadAsync(OfferMatching.Name, cancellationToken);
        var statistics = await checkpoints.ReadAsync(IStatisticsReader.Projection, cancellationToken);
        if (statistics.LedgerPosition <= start.LedgerPosition)
        {
            return null;
        }

        var bindingPosition = await bindings.SyncAsync(database, cancellationToken);
        var limit = (int)Math.Min(options.Value.BatchSize, statistics.LedgerPosition - start.LedgerPosition);
        var entries = await ledger.ReadAsync(start.LedgerPosition, limit, cancellationToken);
        var changes = await ledger.NetChangesAsync(entries, cancellationToken);
        var outlets = await outletMap.GetAsync(
            merchants, [.. changes.Select(change => change.Purchase.OutletId)], cancellationToken);
        var taps = changes.Where(change => change is { IsNew: true, CountDelta: > 0 })
            .Select(change => ToTap(change, outlets)).OfType<Tap>()
            .OrderBy(tap => tap.Purchase.Position).ToList();
        var end = start with { LedgerPosition = entries[^1].Position };
        return await FillAsync((start, end), bindingPosition, changes, taps, outlets, cancellationToken);
    }

    private async Task<MatchingBatch> FillAsync(
        (Checkpoint From, Checkpoint To) range,
        long bindingPosition,
        IReadOnlyList<NetChange> changes,
        List<Tap> taps,
        IReadOnlyDictionary<int, OutletRecord> outlets,
        CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var late = taps.Where(tap => IsLate(tap.Purchase, now)).ToHashSet();
        var running = await RunningAsync(now, cancellationToken);
        var timely = taps.Where(tap => !late.Contains(tap)).ToList();
        var matched = timely.Where(tap => running.Any(promotion => promotion.IsTriggeredBy(tap)))
            .Select(tap => tap.SubscriberId).ToHashSet();
        var redemptions = await RedemptionsAsync(changes, cancellationToken);
        var offers = await OffersAsync(
            changes, [.. redemptions.Values.Select(redemption => redemption.OfferId)],
            [.. timely.Select(tap => tap.SubscriberId)], cancellationToken);
        var promotionIds = running.Select(promotion => promotion.Id)
            .Union(offers.Values.Select(offer => offer.PromotionId)).ToList();
        var days = offers.Values.Select(offer => offer.Day).Append(clock.DayOf(now)).Distinct().ToList();
        return new MatchingBatch
        {
            From = range.From,
            To = range.To,
            BindingPosition = bindingPosition,
            Now = now,
            Changes = changes,
            Taps = taps,
            Late = late,
            Running = running,
            Outlets = outlets,
            Versions = await catalogue.GetAsync(
                [.. offers.Values.Select(offer => (offer.PromotionId, offer.PromotionVersion))], cancellationToken),
            Profiles = await ProfilesAsync(matched, clock.DayOf(now), cancellationToken),
            Book = await caps.LoadAsync(
                promotionIds, matched, days, (clock.DayOf(now), now), cancellationToken),
            Offers = offers,
            Redemptions = redemptions,
            Refusals = await RefusalsAsync(matched, clock.DayOf(now), cancellationToken),
        };
    }

    private Tap? ToTap(NetChange change, IReadOnlyDictionary<int, OutletRecord> outlets)
    {
        var purchase = change.Purchase;
        return bindings.OwnerOf(purchase.PaymentIdHash, purchase.OccurredAt) is { } subscriberId
            && outlets.TryGetValue(purchase.OutletId, out var outlet)
            ? new Tap(
                purchase, change.AmountDeltaMinor, subscriberId, clock.Local(purchase.OccurredAt), outlet.District,
                outlet.Name)
            : null;
    }

    /// <summary>
    /// Late on arrival, or by the time matching comes to it (after an outage): neither causes anything.
    /// </summary>
    private bool IsLate(LedgerEntry purchase, DateTimeOffset now) =>
        purchase.ReceivedAt - purchase.OccurredAt > portal.Value.LateAfter
        || now - purchase.OccurredAt > portal.Value.LateAfter;

    private async Task<IReadOnlyList<RunningPromotion>> RunningAsync(
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hour = clock.Local(now).Hour;
        var running = await catalogue.RunningAsync(cancellationToken);
        return [.. running.Where(promotion => promotion.IsScheduledAt(now, hour))];
    }

    private async Task<IReadOnlyDictionary<long, Profile>> ProfilesAsync(
        HashSet<long> subscribers, DateOnly today, CancellationToken cancellationToken)
    {
        var all = new Dictionary<long, Profile>();
        foreach (var chunk in subscribers.Chunk(IProfiles.MaxAtOnce))
        {
            foreach (var (id, profile) in await profiles.LoadAsync(chunk, today, cancellationToken))
            {
                all[id] = profile;
            }
        }

        return all;
    }

    private async Task<IReadOnlyDictionary<(int TerminalId, string TransactionId), Redemption>> RedemptionsAsync(
        IReadOnlyList<NetChange> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Select(change => change.Purchase.TransactionId).Distinct().ToList();
        var rows = await database.Set<Redemption>()
            .Where(row => row.TransactionId != null && ids.Contains(row.TransactionId) && row.VoidedAt == null)
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => (row.TerminalId, row.TransactionId!));
    }

    private async Task<IReadOnlyDictionary<Guid, Offer>> OffersAsync(
        IReadOnlyList<NetChange> changes,
        IReadOnlyList<Guid> redeemed,
        IReadOnlyCollection<long> subscribers,
        CancellationToken cancellationToken)
    {
        var old = changes.Where(change => !change.IsNew).Select(change => change.Purchase.Position).ToList();
        var distinct = subscribers.Distinct().ToList();
        var offers = database.Set<Offer>();
        // Three queries, each by an index of its own, rather than one whose "or" some databases answer by a scan.
        var rows = await offers
            .Where(offer => offer.State == OfferState.Open && distinct.Contains(offer.SubscriberId))
            .ToListAsync(cancellationToken);
        if (old.Count > 0)
        {
            rows.AddRange(
                await offers.Where(offer => old.Contains(offer.TriggerPosition)).ToListAsync(cancellationToken));
        }

        if (redeemed.Count > 0)
        {
            rows.AddRange(await offers.Where(offer => redeemed.Contains(offer.Id)).ToListAsync(cancellationToken));
        }

        return rows.Distinct().ToDictionary(offer => offer.Id);
    }

    private async Task<Dictionary<(int PromotionId, long SubscriberId), Refusal>> RefusalsAsync(
        HashSet<long> subscribers, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = subscribers.ToList();
        var rows = await database.Set<Refusal>()
            .Where(refusal => refusal.Day == today && ids.Contains(refusal.SubscriberId))
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(refusal => (refusal.PromotionId, refusal.SubscriberId));
    }
}
