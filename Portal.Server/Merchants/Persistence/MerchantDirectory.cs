using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Merchants.Domain;
using Portal.Server.Platform.Database;

namespace Portal.Server.Merchants.Persistence;

internal sealed class MerchantDirectory(PortalDbContext database) : IMerchantDirectory
{
    private static readonly Expression<Func<Merchant, MerchantRecord>> _toRecord =
        merchant => new MerchantRecord(merchant.Id, merchant.Code, merchant.Name);

    private static readonly Expression<Func<Outlet, OutletRecord>> _toOutletRecord = outlet => new OutletRecord(
        outlet.Id, outlet.MerchantId, outlet.Code, outlet.Name, outlet.District, outlet.Latitude, outlet.Longitude);

    public Task<MerchantRecord?> FindAsync(int merchantId, CancellationToken cancellationToken) =>
        database.Set<Merchant>().Where(merchant => merchant.Id == merchantId)
            .Select(_toRecord).FirstOrDefaultAsync(cancellationToken);

    public Task<MerchantRecord?> FindByCodeAsync(string code, CancellationToken cancellationToken) =>
        database.Set<Merchant>().Where(merchant => merchant.Code == code)
            .Select(_toRecord).FirstOrDefaultAsync(cancellationToken);

    public Task<OutletRecord?> FindOutletAsync(int outletId, CancellationToken cancellationToken) =>
        database.Set<Outlet>().Where(outlet => outlet.Id == outletId)
            .Select(_toOutletRecord).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<int, MerchantRecord>> MerchantsAsync(CancellationToken cancellationToken) =>
        await database.Set<Merchant>().Select(_toRecord).ToDictionaryAsync(record => record.Id, cancellationToken);

    public async Task<IReadOnlyDictionary<int, OutletRecord>> OutletsAsync(CancellationToken cancellationToken) =>
        await database.Set<Outlet>().Select(_toOutletRecord).ToDictionaryAsync(record => record.Id, cancellationToken);
}
