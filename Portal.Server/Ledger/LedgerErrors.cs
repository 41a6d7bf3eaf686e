using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Http;

namespace Portal.Server.Ledger;

/// <summary>Why a transaction is refused. No message repeats a posted value: it might be a card number.</summary>
internal static class LedgerErrors
{
    public const string Malformed = "transaction.malformed";

    public static Error Field(string field, string rule) => Error.Invalid(Malformed, field, rule);

    public static Error LooksLikeCard() => Error.Invalid(
        "payment-id.looks-like-card",
        "paymentId",
        "paymentId looks like a card number (13 to 19 digits, Luhn); card numbers are refused and not kept.");

    public static Error TerminalNotAllowed() => Error.Forbidden(
        "terminal.not-allowed", "terminalId: this terminal is unknown, suspended or another merchant's.");

    public static Error IdReused(long position) => Error.Conflict(
        "transaction.id-reused",
        $"id: this terminal has used the id for another content, which stands at position {position}.");

    public static Error QueueFull() => Error.Busy(
        "ledger.queue-full", $"Nothing was kept. Try again after {Problems.RetryAfterSeconds} s with the same id.");

    public static Error UnknownProjection(IReadOnlyList<string> known) => Error.NotFound(
        "projection.unknown", $"There is no such projection; there are: {string.Join(", ", known)}.");

    public static Error BatchSize(int limit) => Error.Invalid(
        "batch.size", "$", $"A batch holds 1 to {limit:N0} transactions; nothing was kept.");
}
