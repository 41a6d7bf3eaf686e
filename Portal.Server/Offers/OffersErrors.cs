using Portal.Server.Offers.Domain.Audience;
using Portal.Server.Platform.Cqrs;
using Portal.Shared.Offers;

namespace Portal.Server.Offers;

internal static class OffersErrors
{
    public static Error UnknownPromotion() => Error.NotFound(
        "promotion.unknown", "There is no such promotion for you.");

    public static Error UnknownMerchant(int id) => Error.NotFound("merchant.unknown", $"There is no merchant {id}.");

    public static Error NotYours() => Error.Forbidden(
        "promotion.not-yours", "A merchant's promotion belongs to the merchant itself.");

    public static Error Changed() => Error.Conflict(
        "promotion.changed-meanwhile", "Somebody else has changed the promotion meanwhile; read it again.");

    public static Error Ended() => Error.Conflict("promotion.ended", "An ended promotion cannot be changed.");

    public static Error NoWay(PromotionStatus from, PromotionStatus to) => Error.Conflict(
        "promotion.status", $"There is no way from {from} to {to}.");

    public static Error TooManyActive(int limit) => Error.Conflict(
        "promotion.too-many-active", $"At most {limit} promotions of one owner are active at once.");

    public static Error Invalid(IReadOnlyList<RuleProblem> problems) => new(
        "promotion.invalid",
        $"{problems[0].Path}: {problems[0].Message}",
        ErrorKind.Invalid,
        problems.GroupBy(problem => problem.Path)
            .ToDictionary(group => group.Key, group => group.Select(problem => problem.Message).Distinct().ToArray()));

    public static Error UnknownOffer() => Error.NotFound("offer.unknown", "There is no such offer for you.");

    public static Error UnknownSubscriber() => Error.NotFound("subscriber.unknown", "There is no such subscriber.");

    public static Error UnknownTerminal() => Error.NotFound("terminal.unknown", "There is no such terminal.");

    public static Error TerminalNotAllowed() => Error.Forbidden(
        "terminal.not-allowed", "terminalId: this terminal is unknown, suspended or another merchant's.");

    public static Error UnknownCode() => Error.NotFound("redemption.unknown-code", "No offer has this code.");

    public static Error Expired(DateTimeOffset at) => Error.Conflict(
        "redemption.expired", $"The offer could be redeemed until {at:u}.");

    public static Error AlreadyRedeemed() => Error.Conflict(
        "redemption.already-redeemed", "The offer has been redeemed already.");

    public static Error OfferWithdrawn() => Error.Conflict(
        "redemption.withdrawn", "The offer was withdrawn or dismissed and can no longer be redeemed.");

    public static Error NotHere() => Error.Conflict("redemption.not-here", "The offer is not redeemed at this outlet.");

    public static Error BelowMinimum(long minimum) => Error.Invalid(
        "redemption.below-minimum", "amountMinor", $"amountMinor must be at least {minimum} for this offer.");

    public static Error TransactionUsed() => Error.Conflict(
        "redemption.transaction-used",
        "This transaction has redeemed another offer, or its redemption was taken back.");
}
