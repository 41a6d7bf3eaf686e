using Microsoft.EntityFrameworkCore;
using Portal.Server.Offers.Domain;
using Portal.Server.Platform.Database;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Reading;

/// <summary>Reads what caps and budgets are compared with.</summary>
internal sealed class CapReader(PortalDbContext database)
{
    public async Task<CapBook> LoadAsync(
        IReadOnlyCollection<int> promotionIds,
        IReadOnlyCollection<long> subscriberIds,
        IReadOnlyCollection<DateOnly> days,
        (DateOnly Today, DateTimeOffset Now) at,
        CancellationToken cancellationToken)
    {
        var book = new CapBook(at.Today);
        foreach (var row in await database.Set<PromotionCounters>().AsNoTracking()
            .Where(row => promotionIds.Contains(row.PromotionId)).ToListAsync(cancellationToken))
        {
            book.Load(row);
        }

        foreach (var row in await database.Set<PromotionDay>().AsNoTracking()
            .Where(row => promotionIds.Contains(row.PromotionId) && days.Contains(row.Day))
            .ToListAsync(cancellationToken))
        {
            book.Load(row);
        }

        await LoadGivenAsync(book, subscriberIds, at.Now, cancellationToken);
        return book;
    }

    private async Task LoadGivenAsync(
        CapBook book, IReadOnlyCollection<long> subscriberIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var offers = await database.Set<Offer>()
            .Where(offer => subscriberIds.Contains(offer.SubscriberId))
            .Select(offer => new
            {
                offer.Id,
                offer.PromotionId,
                offer.SubscriberId,
                offer.Day,
                offer.MadeAt,
                offer.HasMessage,
                offer.State,
                offer.ValidUntil,
            })
            .ToListAsync(cancellationToken);
        foreach (var offer in offers)
        {
            book.Load(new GivenOffer
            {
                OfferId = offer.Id,
                PromotionId = offer.PromotionId,
                SubscriberId = offer.SubscriberId,
                Day = offer.Day,
                MadeAt = offer.MadeAt,
                HasMessage = offer.HasMessage,
                IsOpen = offer.State == OfferState.Open && offer.ValidUntil >= now,
                IsWithdrawn = offer.State == OfferState.Withdrawn,
            });
        }
    }
}
