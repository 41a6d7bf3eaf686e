using Portal.Shared.Offers;

namespace Portal.Server.Offers.Contracts;

/// <summary>Counts for dashboards.</summary>
internal interface IOfferCounts
{
    /// <summary>Offers made and redeemed from an instant (inclusive) to another (exclusive), by sponsor.</summary>
    Task<IReadOnlyList<OfferCount>> CountAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>
    /// Offers with a greater number, oldest first, for a live list; numbers grow in the order of commits.
    /// </summary>
    Task<IReadOnlyList<OfferMade>> MadeAfterAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Number of the last offer; zero when there is none.</summary>
    Task<long> LastNumberAsync(CancellationToken cancellationToken);
}

/// <param name="MerchantId">The sponsor; null for the operator.</param>
/// <param name="Made">Made in that time, withdrawn ones left out.</param>
/// <param name="Redeemed">Redeemed in that time, voided ones left out.</param>
internal sealed record OfferCount(int? MerchantId, long Made, long Redeemed);

/// <summary>An offer as it appears in a live list; names no person.</summary>
internal sealed record OfferMade(
    long Number, Guid Id, int PromotionId, int? MerchantId, string Title, OfferState State, DateTimeOffset MadeAt);

/// <summary>Rows for <c>export offers</c>, in the order in which they were made.</summary>
internal interface IOfferExport
{
    IAsyncEnumerable<OfferRow> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>One line of the export of offers.</summary>
internal sealed record OfferRow(
    Guid Id,
    int PromotionId,
    string PromotionName,
    int? MerchantId,
    long SubscriberId,
    OfferState State,
    string Code,
    DateTimeOffset MadeAt,
    DateTimeOffset ValidUntil,
    DateTimeOffset? RedeemedAt);
