using FluentValidation;
using Portal.Server.Offers.Domain;

namespace Portal.Server.Offers.Redeeming;

internal sealed class RedeemCodeValidator : AbstractValidator<RedeemCodeCommand>
{
    /// <summary>As the ledger's own limit on an amount.</summary>
    private const long MaxAmountMinor = 100_000_000_000;

    public RedeemCodeValidator()
    {
        RuleFor(command => command.Body.Code).NotEmpty().MaximumLength(RedemptionCode.Length * 4)
            .OverridePropertyName("code");
        RuleFor(command => command.Body.TerminalId).NotEmpty().MaximumLength(64).OverridePropertyName("terminalId");
        RuleFor(command => command.Body.AmountMinor).InclusiveBetween(1, MaxAmountMinor)
            .OverridePropertyName("amountMinor");
        RuleFor(command => command.Body.TransactionId)
            .Matches("^[A-Za-z0-9._:-]{1,64}$").WithMessage("transactionId must be 1 to 64 of [A-Za-z0-9._:-].")
            .OverridePropertyName("transactionId");
    }
}
