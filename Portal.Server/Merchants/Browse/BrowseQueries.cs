using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Merchants.Domain;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Shared.Http;
using Portal.Shared.Merchants;

namespace Portal.Server.Merchants.Browse;

internal sealed record BrowseMerchantsQuery(Caller Caller, Paging Paging) : IQuery<Page<MerchantView>>;

internal sealed class BrowseMerchantsHandler(PortalDbContext database)
    : IRequestHandler<BrowseMerchantsQuery, Result<Page<MerchantView>>>
{
    public async Task<Result<Page<MerchantView>>> Handle(
        BrowseMerchantsQuery request, CancellationToken cancellationToken)
    {
        var rows = await database.Set<Merchant>()
            .Where(merchant => merchant.Id > request.Paging.AfterNumber)
            .Where(merchant => request.Caller.MerchantId == null || merchant.Id == request.Caller.MerchantId)
            .OrderBy(merchant => merchant.Id)
            .Take(request.Paging.Limit + 1)
            .Select(merchant => new MerchantView(
                merchant.Id,
                merchant.Code,
                merchant.Name,
                database.Set<Outlet>().Count(outlet => outlet.MerchantId == merchant.Id),
                merchant.CreatedAt))
            .ToListAsync(cancellationToken);
        return request.Paging.Cut(rows, merchant => $"{merchant.Id}");
    }
}

internal sealed record BrowseOutletsQuery(Caller Caller, int? MerchantId, Paging Paging) : IQuery<Page<OutletView>>;

internal sealed class BrowseOutletsHandler(PortalDbContext database)
    : IRequestHandler<BrowseOutletsQuery, Result<Page<OutletView>>>
{
    public async Task<Result<Page<OutletView>>> Handle(
        BrowseOutletsQuery request, CancellationToken cancellationToken)
    {
        var rows = await database.Set<Outlet>()
            .Where(outlet => outlet.Id > request.Paging.AfterNumber)
            .Where(outlet => request.MerchantId == null || outlet.MerchantId == request.MerchantId)
            .Where(outlet => request.Caller.MerchantId == null || outlet.MerchantId == request.Caller.MerchantId)
            .OrderBy(outlet => outlet.Id)
            .Take(request.Paging.Limit + 1)
            .Select(outlet => new OutletView(
                outlet.Id,
                outlet.MerchantId,
                outlet.Code,
                outlet.Name,
                outlet.District,
                outlet.Latitude,
                outlet.Longitude))
            .ToListAsync(cancellationToken);
        return request.Paging.Cut(rows, outlet => $"{outlet.Id}");
    }
}
