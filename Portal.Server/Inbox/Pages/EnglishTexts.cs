using System.Globalization;
using Portal.Shared.Delivery;
using Portal.Shared.Offers;

namespace Portal.Server.Inbox.Pages;

internal sealed record EnglishTexts : InboxTexts
{
    public override string Language => "en";
    public override string Title => "My offers";
    public override string SignIn => "Sign in";
    public override string SignInHint => "We send a code to your phone.";
    public override string PhoneNumber => "Phone number";
    public override string SendCode => "Send code";
    public override string NotANumber => "This is not a phone number.";
    public override string CodeSent => "If this number gets offers, a code is on its way. It is good for five minutes.";
    public override string Code => "Code";
    public override string WrongCode => "This code is wrong or too old.";
    public override string TooMany => "Too many tries. Wait a quarter of an hour, then try again.";
    public override string SignOut => "Sign out";
    public override string Open => "For you now";
    public override string Past => "Past offers";
    public override string NothingOpen => "Nothing right now. Offers come when you pay with your phone.";
    public override string More => "More";
    public override string Until => "Until";
    public override string ShowAtTill => "Show this code at the till, or just pay with your phone";
    public override string Why => "Why do I see this?";
    public override string Terms => "Terms";
    public override string Dismiss => "Not interested";
    public override string Back => "All offers";
    public override string Settings => "Settings";
    public override string SettingsHint => "How offers may reach you. They are always here as well.";
    public override string On => "On";
    public override string Off => "Off";
    public override string TurnOn => "Turn on";
    public override string TurnOff => "Turn off";
    public override string StopAll => "Stop all offers";
    public override string NotFoundTitle => "Nothing here";
    public override string NotFound => "This offer does not exist, or its time is over.";
    public override string Refused => "That did not work. Go back, load the page again and try once more.";
    public override string Operator => "Your mobile operator";
    public override string OneUse => "Good once.";

    public override string CodeMessage(string code) =>
        $"{code} is your sign-in code. Good for 5 minutes. Never tell it to anybody.";

    public override string MinimumSpend(string amount) => $"When you spend {amount} or more.";

    public override string Gives(Benefit benefit, string amount) => benefit.Kind switch
    {
        BenefitKind.Info => "",
        BenefitKind.PercentOff => $"{benefit.Value}% off",
        BenefitKind.AmountOff => $"{amount} off",
        BenefitKind.Gift => $"Gift worth {amount}",
    };

    public override string Name(OfferState state) => state switch
    {
        OfferState.Open => "Open",
        OfferState.Redeemed => "Used",
        OfferState.Expired => "Expired",
        OfferState.Withdrawn => "Withdrawn",
        OfferState.Dismissed => "Not interested",
    };

    public override string Name(Channel channel) => channel switch
    {
        Channel.Sms => "Text messages",
        Channel.Stk => "SIM menu",
        Channel.Ota => "SIM card updates",
        Channel.Voice => "Calls",
        Channel.WapPush => "WAP push",
    };

    public override string Day(DateTimeOffset local) => local.ToString("d MMM, HH:mm", CultureInfo.InvariantCulture);
}
