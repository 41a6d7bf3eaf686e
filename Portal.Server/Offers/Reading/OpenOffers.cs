using Microsoft.EntityFrameworkCore;
using Portal.Server.Offers.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Reading;

internal sealed class OpenOffers(PortalDbContext database, OperatorClock clock) : IOffersForDelivery
{
    public async Task<IReadOnlySet<Guid>> StillOpenAsync(
        IReadOnlyCollection<Guid> offerIds, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var open = await database.Set<Offer>()
            .Where(offer => offerIds.Contains(offer.Id) && offer.State == OfferState.Open && offer.ValidUntil >= now)
            .Select(offer => offer.Id)
            .ToListAsync(cancellationToken);
        return open.ToHashSet();
    }
}
