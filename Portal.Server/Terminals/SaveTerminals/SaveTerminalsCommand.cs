using FluentValidation;
using Portal.Server.Platform;
using Portal.Server.Platform.Cqrs;
using Portal.Shared.Categories;
using Portal.Shared.Terminals;

namespace Portal.Server.Terminals.SaveTerminals;

/// <summary>
/// Registers terminals by their codes, or changes kind and category of those that there are; one transaction. The answer
/// to each is whether it is new.
/// </summary>
internal sealed record SaveTerminalsCommand(IReadOnlyList<TerminalRow> Rows) : ICommand<IReadOnlyList<Result<bool>>>;

/// <summary>One terminal at an outlet that there is.</summary>
internal sealed record TerminalRow(string TerminalId, int OutletId, TerminalKind TerminalKind, string Category);

internal sealed class TerminalRowValidator : AbstractValidator<TerminalRow>
{
    public TerminalRowValidator()
    {
        RuleFor(row => row.TerminalId).IsCode();
        RuleFor(row => row.TerminalKind).IsInEnum();
        RuleFor(row => row.Category).Must(category => category is not null && ConsumptionCategories.IsMcc(category))
            .WithMessage("category must be a merchant category code of four digits (ISO 18245).");
    }
}
