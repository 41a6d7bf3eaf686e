using FluentValidation;
using Portal.Server.Merchants.Domain;
using Portal.Server.Platform;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Http;
using Portal.Shared.Merchants;

namespace Portal.Server.Merchants.CreateOutlet;

internal sealed record CreateOutletCommand(
    Caller Caller, int MerchantId, string Code, string Name, string District, double? Latitude, double? Longitude)
    : ICommand<OutletView>;

internal sealed class CreateOutletValidator : AbstractValidator<CreateOutletCommand>
{
    public CreateOutletValidator()
    {
        RuleFor(command => command.Code).IsCode();
        RuleFor(command => command.Name).IsName();
        RuleFor(command => command.District).IsName().MaximumLength(Outlet.DistrictLength);
        RuleFor(command => command.Latitude).InclusiveBetween(-90, 90);
        RuleFor(command => command.Longitude).InclusiveBetween(-180, 180);
    }
}
