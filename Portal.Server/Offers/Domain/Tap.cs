using Portal.Server.Ledger.Contracts;
using Portal.Server.Offers.Domain.Audience;

namespace Portal.Server.Offers.Domain;

/// <summary>A new purchase of a known subscriber, with what promotions ask of it.</summary>
/// <param name="NetMinor">What is left of it after refunds that came with it.</param>
/// <param name="Local">When it happened, in the operator's time zone.</param>
/// <param name="Place">Name of the outlet, for the reasons.</param>
internal sealed record Tap(
    LedgerEntry Purchase,
    long NetMinor,
    long SubscriberId,
    DateTimeOffset Local,
    string District,
    string Place)
{
    public DateOnly Day => DateOnly.FromDateTime(Local.DateTime);

    public IgnoredTap Ignored => new(Day, Purchase.MerchantId);
}
