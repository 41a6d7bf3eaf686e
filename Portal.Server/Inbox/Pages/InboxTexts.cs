using Portal.Shared.Delivery;
using Portal.Shared.Offers;

namespace Portal.Server.Inbox.Pages;

/// <summary>The words of the inbox in one language.</summary>
internal abstract record InboxTexts
{
    public static readonly InboxTexts English = new EnglishTexts();
    public static readonly InboxTexts Chinese = new ChineseTexts();

    /// <summary>By BCP 47 language; whatever is not Chinese is spoken to in English.</summary>
    public static InboxTexts For(string? language) =>
        language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Chinese : English;

    public abstract string Language { get; }
    public abstract string Title { get; }
    public abstract string SignIn { get; }
    public abstract string SignInHint { get; }
    public abstract string PhoneNumber { get; }
    public abstract string SendCode { get; }
    public abstract string NotANumber { get; }
    public abstract string CodeSent { get; }
    public abstract string Code { get; }
    public abstract string WrongCode { get; }
    public abstract string TooMany { get; }
    public abstract string SignOut { get; }
    public abstract string Open { get; }
    public abstract string Past { get; }
    public abstract string NothingOpen { get; }
    public abstract string More { get; }
    public abstract string Until { get; }
    public abstract string ShowAtTill { get; }
    public abstract string Why { get; }
    public abstract string Terms { get; }
    public abstract string Dismiss { get; }
    public abstract string Back { get; }
    public abstract string Settings { get; }
    public abstract string SettingsHint { get; }
    public abstract string On { get; }
    public abstract string Off { get; }
    public abstract string TurnOn { get; }
    public abstract string TurnOff { get; }
    public abstract string StopAll { get; }
    public abstract string NotFoundTitle { get; }
    public abstract string NotFound { get; }
    public abstract string Refused { get; }
    public abstract string Operator { get; }
    public abstract string OneUse { get; }

    public abstract string CodeMessage(string code);
    public abstract string MinimumSpend(string amount);
    public abstract string Gives(Benefit benefit, string amount);
    public abstract string Name(OfferState state);
    public abstract string Name(Channel channel);
    public abstract string Day(DateTimeOffset local);
}
