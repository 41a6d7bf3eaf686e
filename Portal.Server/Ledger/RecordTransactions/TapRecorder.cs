using Microsoft.Extensions.Options;
using Portal.Server.Ledger.Appending;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Terminals.Contracts;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.RecordTransactions;

internal sealed class TapRecorder(
    TransactionRules rules, ITerminalDirectory terminals, LedgerAppender appender, IOptions<PortalOptions> options)
    : ITapRecorder
{
    public async Task<Result<long>> RecordAsync(NewTap tap, CancellationToken cancellationToken)
    {
        if (rules.Check(ToPost(tap)) is { } error)
        {
            return error;
        }

        if (await terminals.FindAsync(tap.TerminalId, cancellationToken) is not { IsActive: true } terminal)
        {
            return LedgerErrors.TerminalNotAllowed();
        }

        var transaction = new NewTransaction(
            terminal,
            tap.TransactionId,
            TransactionKind.Purchase,
            OriginalId: null,
            Sequence: null,
            tap.PaymentIdHash,
            tap.PaymentIdLast4,
            tap.AmountMinor,
            DateTimeOffset.FromUnixTimeMilliseconds(tap.OccurredAt.ToUnixTimeMilliseconds()),
            GivenMcc: null);
        return await appender.TryAppendAsync([transaction]) is not { } appended
            ? LedgerErrors.QueueFull()
            : appended[0].Status == AppendStatus.IdReused
                ? LedgerErrors.IdReused(appended[0].Position)
                : appended[0].Position;
    }

    /// <summary>
    /// The same tap as a terminal would post it, so that the same rules see it; only the ending is known.
    /// </summary>
    private TransactionPost ToPost(NewTap tap) => new()
    {
        Id = tap.TransactionId,
        TerminalId = tap.TerminalId,
        Kind = TransactionKind.Purchase,
        PaymentId = tap.PaymentIdLast4,
        AmountMinor = tap.AmountMinor,
        Currency = options.Value.Currency,
        OccurredAt = tap.OccurredAt,
    };
}
