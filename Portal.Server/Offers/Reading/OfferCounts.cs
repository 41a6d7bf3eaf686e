using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Offers.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Server.Platform.Database;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Reading;

/// <summary>Counts for dashboards, and the rows of the export.</summary>
internal sealed class OfferCounts(PortalDbContext database) : IOfferCounts, IOfferExport
{
    /// <summary>Rows read at once by the export.</summary>
    private const int ExportPage = 1_000;

    public async Task<IReadOnlyList<OfferCount>> CountAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var made = await database.Set<Offer>()
            .Where(offer => offer.MadeAt >= from && offer.MadeAt < to && offer.State != OfferState.Withdrawn)
            .GroupBy(offer => offer.MerchantId)
            .Select(group => new { MerchantId = group.Key, Count = group.LongCount() })
            .ToListAsync(cancellationToken);
        var redeemed = await database.Set<Redemption>()
            .Where(row => row.At >= from && row.At < to && row.VoidedAt == null)
            .GroupBy(row => row.MerchantId)
            .Select(group => new { MerchantId = group.Key, Count = group.LongCount() })
            .ToListAsync(cancellationToken);
        return [.. made.Select(row => row.MerchantId).Union(redeemed.Select(row => row.MerchantId)).Select(
            merchant => new OfferCount(
                merchant,
                made.Where(row => row.MerchantId == merchant).Sum(row => row.Count),
                redeemed.Where(row => row.MerchantId == merchant).Sum(row => row.Count)))];
    }

    public async Task<IReadOnlyList<OfferMade>> MadeAfterAsync(
        long after, int limit, CancellationToken cancellationToken) =>
        await database.Set<Offer>()
            .Where(offer => offer.Number > after)
            .OrderBy(offer => offer.Number)
            .Take(limit)
            .Select(offer => new OfferMade(
                offer.Number, offer.Id, offer.PromotionId, offer.MerchantId, offer.Title, offer.State, offer.MadeAt))
            .ToListAsync(cancellationToken);

    public async Task<long> LastNumberAsync(CancellationToken cancellationToken) =>
        await database.Set<Offer>().MaxAsync(offer => (long?)offer.Number, cancellationToken) ?? 0;

    public async IAsyncEnumerable<OfferRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0L;
        while (true)
        {
            var start = after;
            var page = await database.Set<Offer>()
                .Where(offer => offer.Number > start)
                .OrderBy(offer => offer.Number)
                .Take(ExportPage)
                .Select(offer => new
                {
                    offer.Number,
                    Row = new OfferRow(
                        offer.Id,
                        offer.PromotionId,
                        offer.Promotion!.Name,
                        offer.MerchantId,
                        offer.SubscriberId,
                        offer.State,
                        offer.Code,
                        offer.MadeAt,
                        offer.ValidUntil,
                        offer.State == OfferState.Redeemed ? offer.EndedAt : null),
                })
                .ToListAsync(cancellationToken);
            foreach (var item in page)
            {
                yield return item.Row;
            }

            if (page.Count < ExportPage)
            {
                yield break;
            }

            after = page[^1].Number;
        }
    }
}
