using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Merchants.Domain;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Shared.Merchants;

namespace Portal.Server.Merchants.CreateOutlet;

internal sealed class CreateOutletHandler(PortalDbContext database)
    : IRequestHandler<CreateOutletCommand, Result<OutletView>>
{
    public async Task<Result<OutletView>> Handle(CreateOutletCommand request, CancellationToken cancellationToken)
    {
        var known = request.Caller.MaySee(request.MerchantId) && await database.Set<Merchant>()
            .AnyAsync(merchant => merchant.Id == request.MerchantId, cancellationToken);
        if (!known)
        {
            return MerchantsErrors.Unknown(request.MerchantId);
        }

        if (await database.Set<Outlet>().AnyAsync(outlet => outlet.Code == request.Code, cancellationToken))
        {
            return MerchantsErrors.OutletCodeTaken(request.Code);
        }

        var outlet = new Outlet
        {
            MerchantId = request.MerchantId,
            Code = request.Code,
            Name = request.Name,
            District = request.District,
            Latitude = request.Latitude,
            Longitude = request.Longitude,
        };
        database.Add(outlet);
        await database.SaveChangesAsync(cancellationToken);
        return new OutletView(
            outlet.Id, outlet.MerchantId, outlet.Code, outlet.Name, outlet.District, outlet.Latitude, outlet.Longitude);
    }
}
