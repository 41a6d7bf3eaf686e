using FluentValidation;
using Portal.Server.Platform;
using Portal.Server.Platform.Cqrs;
using Portal.Shared.Merchants;

namespace Portal.Server.Merchants.CreateMerchant;

internal sealed record CreateMerchantCommand(string Code, string Name) : ICommand<MerchantView>;

internal sealed class CreateMerchantValidator : AbstractValidator<CreateMerchantCommand>
{
    public CreateMerchantValidator()
    {
        RuleFor(command => command.Code).IsCode();
        RuleFor(command => command.Name).IsName();
    }
}
