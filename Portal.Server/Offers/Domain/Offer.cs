using Portal.Shared.Offers;

namespace Portal.Server.Offers.Domain;

/// <summary>
/// One promotion given to one subscriber, with the reasons. What was promised is kept with it: a later change of the
/// promotion takes nothing away.
/// </summary>
internal sealed class Offer
{
    public const int TitleLength = 60;
    public const int TextLength = 300;
    public const int LanguageLength = 35;

    /// <summary>Order in which offers were made; lists are paged by it.</summary>
    public long Number { get; init; }

    public required Guid Id { get; init; }

    public required int PromotionId { get; init; }

    public Promotion? Promotion { get; init; }

    public required int PromotionVersion { get; init; }

    public int? MerchantId { get; init; }

    public required long SubscriberId { get; init; }

    public required string Token { get; init; }

    public required string Code { get; init; }

    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required BenefitKind BenefitKind { get; init; }

    public required long BenefitValue { get; init; }

    public required long MinAmountMinor { get; init; }

    public required long CostMinor { get; init; }

    /// <summary>Whether a message was to carry it; the frequency cap counts those.</summary>
    public required bool HasMessage { get; init; }

    public OfferState State { get; private set; }

    /// <summary>Grows with every change of state: of two who change it at once, only one succeeds.</summary>
    public int Revision { get; private set; }

    /// <summary>Local day on which it was made: the day whose cap it counts on.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ValidUntil { get; init; }

    public DateTimeOffset? ViewedAt { get; init; }

    /// <summary>When it was redeemed, expired, withdrawn or dismissed.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public required long TriggerPosition { get; init; }

    /// <summary>What is left of the tap that caused it, after refunds.</summary>
    public required long TriggerNetMinor { get; set; }

    /// <summary>Smallest amount at which the promotion's trigger fits.</summary>
    public required long TriggerMinMinor { get; init; }

    /// <summary>
    /// The tap that caused it was taken back; an offer redeemed before goes as soon as its redemption does.
    /// </summary>
    public bool IsTriggerUndone { get; set; }

    /// <summary>Reasons and plain words, as JSON.</summary>
    public required string Reasons { get; init; }

    public bool IsOpenAt(DateTimeOffset at) => State == OfferState.Open && at <= ValidUntil;

    public OfferState StateAt(DateTimeOffset at) =>
        State == OfferState.Open && at > ValidUntil ? OfferState.Expired : State;

    public void MoveTo(OfferState state, DateTimeOffset at)
    {
        State = state;
        EndedAt = state == OfferState.Open ? null : at;
        Revision++;
    }
}
