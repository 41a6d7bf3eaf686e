using MediatR;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Subscribers.Contracts;
using Portal.Server.Terminals.Contracts;
using Portal.Shared.Categories;
using Portal.Shared.Profiles;

namespace Portal.Server.Profiles.ListTransactions;

/// <summary>The newest transactions of a subscriber, newest first.</summary>
internal sealed record ListTransactionsQuery(long SubscriberId, int? Limit)
    : IQuery<IReadOnlyList<SubscriberTransaction>>;

internal sealed class ListTransactionsHandler(
    PortalDbContext database,
    ILedgerReader ledger,
    IBindingMap bindings,
    ISubscriberDirectory subscribers,
    IMerchantDirectory merchants,
    ITerminalDirectory terminals)
    : IRequestHandler<ListTransactionsQuery, Result<IReadOnlyList<SubscriberTransaction>>>
{
    private const int DefaultLimit = 20;

    /// <summary>A page shows the latest; who wants all of them exports.</summary>
    private const int MaxLimit = 200;

    /// <summary>Entries looked through at most, where a PaymentId was somebody else's for long.</summary>
    private const int MaxRead = 5_000;

    public async Task<Result<IReadOnlyList<SubscriberTransaction>>> Handle(
        ListTransactionsQuery request, CancellationToken cancellationToken)
    {
        var limit = request.Limit ?? DefaultLimit;
        if (limit is < 1 or > MaxLimit)
        {
            return ProfilesErrors.Limit(MaxLimit);
        }

        var registrations = await subscribers.RegistrationsAsync([request.SubscriberId], cancellationToken);
        if (registrations.Count == 0)
        {
            return ProfilesErrors.UnknownSubscriber(request.SubscriberId);
        }

        var entries = await OwnAsync(request.SubscriberId, limit, cancellationToken);
        var names = new PlaceNames(
            await merchants.OutletsAsync(cancellationToken), await merchants.MerchantsAsync(cancellationToken));
        var views = new List<SubscriberTransaction>(entries.Count);
        foreach (var entry in entries)
        {
            var terminal = await terminals.FindAsync(entry.TerminalId, cancellationToken);
            views.Add(View(entry, terminal?.Code ?? $"#{entry.TerminalId}", names));
        }

        return views;
    }

    private async Task<List<LedgerEntry>> OwnAsync(long subscriberId, int limit, CancellationToken cancellationToken)
    {
        await bindings.SyncAsync(database, cancellationToken);
        var held = await bindings.PaymentIdsOfAsync(database, [subscriberId], cancellationToken);
        var hashes = held[subscriberId].DistinctBy(Convert.ToHexString).ToList();
        if (hashes.Count == 0)
        {
            return [];
        }

        for (var read = 2 * limit; ; read *= 4)
        {
            var latest = await ledger.LatestOfAsync(hashes, Math.Min(read, MaxRead), cancellationToken);
            var own = await OwnAsync(subscriberId, latest, cancellationToken);
            if (own.Count >= limit || latest.Count < read || read >= MaxRead)
            {
                return own.GetRange(0, Math.Min(limit, own.Count));
            }
        }
    }

    /// <summary>
    /// A correction is whose purchase it corrects: the PaymentId may have moved on in between, and the new holder must
    /// not see what the former one gave back.
    /// </summary>
    private async Task<List<LedgerEntry>> OwnAsync(
        long subscriberId, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var purchases = await ledger.PurchasesOfAsync(entries, cancellationToken);
        return
        [
            .. entries.Where(entry => purchases.TryGetValue(entry.Position, out var purchase)
                && bindings.OwnerOf(purchase.PaymentIdHash, purchase.OccurredAt) == subscriberId),
        ];
    }

    private static SubscriberTransaction View(LedgerEntry entry, string terminal, PlaceNames names) => new(
        entry.Position,
        entry.TransactionId,
        terminal,
        entry.Kind,
        entry.OriginalId,
        names.MerchantName(entry.MerchantId),
        names.OutletName(entry.OutletId),
        ConsumptionCategories.Get(entry.CategoryId).Code,
        entry.AmountMinor,
        entry.OccurredAt,
        entry.ReceivedAt);
}
