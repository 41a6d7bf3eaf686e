using Portal.Shared.Delivery;
using Portal.Shared.Offers;

namespace Portal.Client.Ui;

/// <summary>Names of enumerated things, for people.</summary>
public static class Words
{
    public static string Of(Channel channel) => channel switch
    {
        Channel.Sms => "SMS",
        Channel.Stk => "SIM toolkit",
        Channel.Ota => "OTA",
        Channel.Voice => "Voice call",
        Channel.WapPush => "WAP push",
    };

    public static string Of(WaterfallStep step) => step switch
    {
        WaterfallStep.Eligible => "Fits the audience",
        WaterfallStep.Consented => "Consented",
        WaterfallStep.NotHeldOut => "Not held out",
        WaterfallStep.UnderCaps => "Under the caps",
        WaterfallStep.WithinBudget => "Within budget",
        WaterfallStep.Reachable => "Reachable",
        WaterfallStep.NotOutranked => "Best for the tap",
    };

    public static string Tone(OfferState state) => state switch
    {
        OfferState.Open => "info",
        OfferState.Redeemed => "good",
        OfferState.Expired or OfferState.Dismissed => "quiet",
        OfferState.Withdrawn => "warn",
    };

    public static string Tone(PromotionStatus status) => status switch
    {
        PromotionStatus.Active => "good",
        PromotionStatus.Paused => "warn",
        PromotionStatus.Draft => "info",
        PromotionStatus.Ended => "quiet",
    };
}
