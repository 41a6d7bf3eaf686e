using Microsoft.Extensions.Options;
using Portal.Server.Demo.Town;
using Portal.Server.Ledger.RecordTransactions;
using Portal.Server.Platform;
using Portal.Shared.Ledger;

namespace Portal.Server.Demo.Seeding;

/// <summary>The town's taps as terminals would post them.</summary>
internal sealed class TownPosts(IOptions<PortalOptions> options)
{
    private readonly string _currency = options.Value.Currency;

    public ReadTransaction Of(TownTap tap) => new(
        new TransactionPost
        {
            Id = tap.Id,
            TerminalId = tap.TerminalId,
            Sequence = tap.Sequence,
            Kind = tap.Kind switch
            {
                TownTapKind.Purchase => TransactionKind.Purchase,
                TownTapKind.Refund => TransactionKind.Refund,
                TownTapKind.Reversal => TransactionKind.Reversal,
            },
            OriginalId = tap.OriginalId,
            PaymentId = tap.PaymentId,
            AmountMinor = tap.AmountMinor,
            Currency = _currency,
            OccurredAt = tap.OccurredAt,
            Category = tap.Category,
        },
        tap.Id,
        null);
}
