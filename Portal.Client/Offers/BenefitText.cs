using Portal.Client.Ui;
using Portal.Shared.Offers;

namespace Portal.Client.Offers;

/// <summary>What an offer gives, in words.</summary>
public static class BenefitText
{
    public static string Of(Benefit benefit, Formats formats) => benefit.Kind switch
    {
        BenefitKind.Info => "news only",
        BenefitKind.PercentOff => $"{benefit.Value} % off",
        BenefitKind.AmountOff => $"{formats.Money(benefit.Value)} off",
        BenefitKind.Gift => $"a gift worth {formats.Money(benefit.Value)}",
    };
}
