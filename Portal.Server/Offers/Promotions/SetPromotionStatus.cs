using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Offers.Domain;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Server.Platform.Time;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Promotions;

/// <summary>Activates, pauses or ends a promotion.</summary>
internal sealed record SetPromotionStatusCommand(Caller Caller, int Id, PromotionStatus Status)
    : ICommand<PromotionView>;

internal sealed class SetPromotionStatusHandler(
    PortalDbContext database, PromotionViews views, OperatorClock clock, IOptions<OffersOptions> options)
    : IRequestHandler<SetPromotionStatusCommand, Result<PromotionView>>
{
    public async Task<Result<PromotionView>> Handle(
        SetPromotionStatusCommand request, CancellationToken cancellationToken)
    {
        var promotion = await database.Set<Promotion>().SingleOrDefaultAsync(
            row => row.Id == request.Id, cancellationToken);
        if (promotion is null || !promotion.IsFor(request.Caller))
        {
            return OffersErrors.UnknownPromotion();
        }

        if (promotion.Status != request.Status)
        {
            if (request.Status == PromotionStatus.Active && await ActiveAsync(promotion, cancellationToken))
            {
                return OffersErrors.TooManyActive(options.Value.MaxActivePromotions);
            }

            var before = promotion.Status;
            if (!promotion.TryMoveTo(request.Status, clock.Now))
            {
                return OffersErrors.NoWay(before, request.Status);
            }

            if (!await database.TrySaveAsync(promotion, cancellationToken))
            {
                return OffersErrors.Changed();
            }
        }

        return (await views.FindAsync(request.Caller, promotion.Id, cancellationToken))!;
    }

    private async Task<bool> ActiveAsync(Promotion promotion, CancellationToken cancellationToken) =>
        await database.Set<Promotion>().CountAsync(
            row => row.MerchantId == promotion.MerchantId && row.Status == PromotionStatus.Active, cancellationToken)
        >= options.Value.MaxActivePromotions;
}
