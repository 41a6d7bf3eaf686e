using FluentValidation;
using Portal.Server.Merchants.Domain;
using Portal.Server.Platform;
using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Merchants.SaveOutlets;

/// <summary>Registers merchants and outlets by their codes, or changes those that there are; one transaction.</summary>
internal sealed record SaveOutletsCommand(IReadOnlyList<OutletRow> Rows) : ICommand<IReadOnlyList<Result<int>>>;

/// <summary>One outlet with its merchant; the answer to it is the outlet's number.</summary>
internal sealed record OutletRow(
    string MerchantCode,
    string MerchantName,
    string OutletCode,
    string OutletName,
    string? District,
    double? Latitude,
    double? Longitude);

internal sealed class OutletRowValidator : AbstractValidator<OutletRow>
{
    public OutletRowValidator()
    {
        RuleFor(row => row.MerchantCode).IsCode();
        RuleFor(row => row.MerchantName).IsName();
        RuleFor(row => row.OutletCode).IsCode();
        RuleFor(row => row.OutletName).IsName();
        RuleFor(row => row.District!).IsName().MaximumLength(Outlet.DistrictLength).When(row => row.District is not null);
        RuleFor(row => row.Latitude).InclusiveBetween(-90, 90);
        RuleFor(row => row.Longitude).InclusiveBetween(-180, 180);
        RuleFor(row => row.Longitude).Must((row, longitude) => longitude is null == row.Latitude is null)
            .WithMessage("latitude and longitude are given together, or neither.");
    }
}
