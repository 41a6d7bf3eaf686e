using Portal.Shared.Ledger;

namespace Portal.Shared.Profiles;

/// <summary>A subscriber's year [0041]: counts and amounts by month and category, refunds subtracted.</summary>
/// <param name="Months">The last 13 months, oldest first; months without purchases are there and empty.</param>
public sealed record SubscriberStatistics(long SubscriberId, IReadOnlyList<MonthStatistics> Months);

/// <summary>One month.</summary>
/// <param name="Month">Such as <c>2026-11</c>, in the operator's time zone.</param>
/// <param name="Count">Purchases.</param>
/// <param name="AmountMinor">Spending, minor units.</param>
/// <param name="Categories">Its categories, in the order of the list of categories.</param>
public sealed record MonthStatistics(
    string Month, int Count, long AmountMinor, IReadOnlyList<CategoryStatistics> Categories);

/// <summary>One category in one month.</summary>
/// <param name="Category">Code of the consumption category.</param>
/// <param name="Count">Purchases.</param>
/// <param name="AmountMinor">Spending, minor units.</param>
public sealed record CategoryStatistics(string Category, int Count, long AmountMinor);

/// <summary>A transaction as a subscriber's page shows it.</summary>
/// <param name="Position">Its place in the ledger.</param>
/// <param name="Id">The terminal's id of it.</param>
/// <param name="TerminalId">Code of the terminal.</param>
/// <param name="OriginalId">For a refund or reversal: what it takes back.</param>
/// <param name="Merchant">Name of the merchant.</param>
/// <param name="Outlet">Name of the outlet.</param>
/// <param name="Category">Code of the consumption category.</param>
/// <param name="AmountMinor">Minor units, above zero for every kind.</param>
public sealed record SubscriberTransaction(
    long Position,
    string Id,
    string TerminalId,
    TransactionKind Kind,
    string? OriginalId,
    string Merchant,
    string Outlet,
    string Category,
    long AmountMinor,
    DateTimeOffset OccurredAt,
    DateTimeOffset ReceivedAt);
