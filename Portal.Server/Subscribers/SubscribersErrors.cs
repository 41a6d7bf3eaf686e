using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Subscribers;

internal static class SubscribersErrors
{
    public static Error Unknown(long id) => Error.NotFound("subscriber.unknown", $"There is no subscriber {id}.");

    public static Error LooksLikeCard(string field) => Error.Invalid(
        "payment-id.looks-like-card", field, $"{field} looks like a card number; card numbers are refused and not kept.");

    public static Error HeldByAnother(string field) => Error.Conflict(
        "binding.held-by-another",
        $"{field}: another subscriber holds this PaymentId; bind it with a validFrom to move it.");

    public static Error FromBeforeHolder() => Error.Conflict(
        "binding.overlaps", "validFrom must be later than the start of the PaymentId's present binding.");
}
