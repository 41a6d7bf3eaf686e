using FluentValidation;
using Portal.Server.Platform;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Http;
using Portal.Shared.Categories;
using Portal.Shared.Terminals;

namespace Portal.Server.Terminals.CreateTerminal;

internal sealed record CreateTerminalCommand(
    Caller Caller, string Id, int OutletId, TerminalKind Kind, string Category) : ICommand<TerminalView>;

internal sealed class CreateTerminalValidator : AbstractValidator<CreateTerminalCommand>
{
    public CreateTerminalValidator()
    {
        RuleFor(command => command.Id).IsCode();
        RuleFor(command => command.Kind).IsInEnum();
        RuleFor(command => command.Category)
            .Must(category => category is not null && ConsumptionCategories.IsMcc(category))
            .WithMessage("category must be a merchant category code of four digits (ISO 18245).");
    }
}
