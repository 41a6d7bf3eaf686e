using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Delivery;

internal static class DeliveryErrors
{
    public static Error UnknownSubscriber(long id) =>
        Error.NotFound("subscriber.unknown", $"There is no subscriber {id}.");

    public static Error NoPaymentId() => Error.Conflict(
        "handset.no-payment-id", "This subscriber holds no PaymentId now; bind one first.");

    public static Error NotSimulated() => Error.NotFound(
        "handset.demo-only", "Simulated handsets exist in demo mode only.");

    public static Error UnreadableCursor() =>
        Error.Invalid("request.invalid", "cursor", "cursor must be taken from the previous page.");
}
