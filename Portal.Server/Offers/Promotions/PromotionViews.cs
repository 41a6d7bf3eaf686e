using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Reading;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Shared.Http;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Promotions;

/// <summary>Reads promotions as their owner and the operator see them.</summary>
internal sealed class PromotionViews(PortalDbContext database)
{
    /// <summary>Null when there is none, or it is another's.</summary>
    public async Task<PromotionView?> FindAsync(Caller caller, int id, CancellationToken cancellationToken)
    {
        var row = await (
            from promotion in database.Set<Promotion>()
            where promotion.Id == id && (caller.MerchantId == null || promotion.MerchantId == caller.MerchantId)
            join version in database.Set<PromotionVersion>()
                on new { PromotionId = promotion.Id, promotion.Version }
                equals new { version.PromotionId, version.Version }
            join counters in database.Set<PromotionCounters>() on promotion.Id equals counters.PromotionId
            select new
            {
                promotion.MerchantId,
                promotion.Status,
                promotion.Version,
                version.Definition,
                Counts = new PromotionCounts(
                    counters.Made, counters.Redeemed, counters.ReservedMinor, counters.SpentMinor),
                promotion.CreatedAt,
                promotion.UpdatedAt,
            }).SingleOrDefaultAsync(cancellationToken);
        return row is null
            ? null
            : new PromotionView(
                id,
                row.MerchantId,
                row.Status,
                row.Version,
                OffersJson.Read<SavePromotion>(row.Definition),
                row.Counts,
                row.CreatedAt,
                row.UpdatedAt);
    }

    public async Task<Page<PromotionSummary>> ListAsync(
        Caller caller, PromotionStatus? status, Paging paging, CancellationToken cancellationToken)
    {
        var rows = await (
            from promotion in database.Set<Promotion>()
            where promotion.Id > paging.AfterNumber
                && (caller.MerchantId == null || promotion.MerchantId == caller.MerchantId)
                && (status == null || promotion.Status == status)
            join version in database.Set<PromotionVersion>()
                on new { PromotionId = promotion.Id, promotion.Version }
                equals new { version.PromotionId, version.Version }
            join counters in database.Set<PromotionCounters>() on promotion.Id equals counters.PromotionId
            orderby promotion.Id
            select new { Promotion = promotion, version.Definition, counters.Made, counters.Redeemed })
            .AsNoTracking().Take(paging.Limit + 1).ToListAsync(cancellationToken);
        var summaries = rows.ConvertAll(row =>
        {
            var definition = OffersJson.Read<SavePromotion>(row.Definition);
            return new PromotionSummary(
                row.Promotion.Id,
                row.Promotion.MerchantId,
                row.Promotion.Name,
                row.Promotion.Status,
                definition.Benefit,
                definition.Schedule.StartsAt,
                definition.Schedule.EndsAt,
                row.Made,
                row.Redeemed,
                row.Promotion.UpdatedAt);
        });
        return paging.Cut(summaries, summary => $"{summary.Id}");
    }
}

internal sealed record ShowPromotionQuery(Caller Caller, int Id) : IQuery<PromotionView>;

internal sealed class ShowPromotionHandler(PromotionViews views)
    : IRequestHandler<ShowPromotionQuery, Result<PromotionView>>
{
    public async Task<Result<PromotionView>> Handle(ShowPromotionQuery request, CancellationToken cancellationToken) =>
        await views.FindAsync(request.Caller, request.Id, cancellationToken) is { } view
            ? view
            : OffersErrors.UnknownPromotion();
}

internal sealed record BrowsePromotionsQuery(Caller Caller, PromotionStatus? Status, Paging Paging)
    : IQuery<Page<PromotionSummary>>;

internal sealed class BrowsePromotionsHandler(PromotionViews views)
    : IRequestHandler<BrowsePromotionsQuery, Result<Page<PromotionSummary>>>
{
    public async Task<Result<Page<PromotionSummary>>> Handle(
        BrowsePromotionsQuery request, CancellationToken cancellationToken) =>
        await views.ListAsync(request.Caller, request.Status, request.Paging, cancellationToken);
}
