using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Merchants.Domain;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;

namespace Portal.Server.Merchants.SaveOutlets;

internal sealed class SaveOutletsHandler(PortalDbContext database, OperatorClock clock, IValidator<OutletRow> validator)
    : IRequestHandler<SaveOutletsCommand, Result<IReadOnlyList<Result<int>>>>
{
    private Dictionary<string, Merchant> _merchants = [];
    private Dictionary<string, Outlet> _outlets = [];

    public async Task<Result<IReadOnlyList<Result<int>>>> Handle(
        SaveOutletsCommand request, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
        await LoadAsync(request.Rows, cancellationToken);
        var merchants = request.Rows.Select(SaveMerchant).ToList();
        // An outlet refers to its merchant by number, which a new merchant has only now.
        await database.SaveChangesAsync(cancellationToken);
        var outlets = request.Rows.Zip(merchants, SaveOutlet).ToList();
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outlets.ConvertAll(outlet => outlet.IsSuccess ? outlet.Value.Id : Result<int>.Failure(outlet.Error));
    }

    private async Task LoadAsync(IReadOnlyList<OutletRow> rows, CancellationToken cancellationToken)
    {
        var merchantCodes = rows.Select(row => row.MerchantCode).Distinct().ToList();
        _merchants = await database.Set<Merchant>().Where(merchant => merchantCodes.Contains(merchant.Code))
            .ToDictionaryAsync(merchant => merchant.Code, StringComparer.Ordinal, cancellationToken);
        var outletCodes = rows.Select(row => row.OutletCode).Distinct().ToList();
        _outlets = await database.Set<Outlet>().Where(outlet => outletCodes.Contains(outlet.Code))
            .ToDictionaryAsync(outlet => outlet.Code, StringComparer.Ordinal, cancellationToken);
    }

    private Result<Merchant> SaveMerchant(OutletRow row)
    {
        var outcome = validator.Validate(row);
        if (!outcome.IsValid)
        {
            return outcome.ToError();
        }

        if (!_merchants.TryGetValue(row.MerchantCode, out var merchant))
        {
            merchant = new Merchant { Code = row.MerchantCode, Name = row.MerchantName, CreatedAt = clock.Now };
            _merchants.Add(merchant.Code, merchant);
            database.Add(merchant);
        }

        merchant.Name = row.MerchantName;
        return merchant;
    }

    private Result<Outlet> SaveOutlet(OutletRow row, Result<Merchant> merchant)
    {
        if (!merchant.IsSuccess)
        {
            return merchant.Error;
        }

        if (!_outlets.TryGetValue(row.OutletCode, out var outlet))
        {
            outlet = new Outlet
            {
                MerchantId = merchant.Value.Id,
                Code = row.OutletCode,
                Name = row.OutletName,
                District = Outlet.UnknownDistrict,
                Latitude = row.Latitude,
                Longitude = row.Longitude,
            };
            _outlets.Add(outlet.Code, outlet);
            database.Add(outlet);
        }

        if (outlet.MerchantId != merchant.Value.Id)
        {
            return MerchantsErrors.OutletOfAnother(row.OutletCode);
        }

        outlet.Name = row.OutletName;
        outlet.District = row.District ?? Outlet.UnknownDistrict;
        (outlet.Latitude, outlet.Longitude) = (row.Latitude, row.Longitude);
        return outlet;
    }
}
