using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Merchants.Domain;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Shared.Merchants;

namespace Portal.Server.Merchants.CreateMerchant;

internal sealed class CreateMerchantHandler(PortalDbContext database, OperatorClock clock)
    : IRequestHandler<CreateMerchantCommand, Result<MerchantView>>
{
    public async Task<Result<MerchantView>> Handle(
        CreateMerchantCommand request, CancellationToken cancellationToken)
    {
        if (await database.Set<Merchant>().AnyAsync(merchant => merchant.Code == request.Code, cancellationToken))
        {
            return MerchantsErrors.CodeTaken(request.Code);
        }

        var merchant = new Merchant { Code = request.Code, Name = request.Name, CreatedAt = clock.Now };
        database.Add(merchant);
        await database.SaveChangesAsync(cancellationToken);
        return new MerchantView(merchant.Id, merchant.Code, merchant.Name, 0, merchant.CreatedAt);
    }
}
