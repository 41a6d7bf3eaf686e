using Portal.Server.CommandLine.Csv;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Offers.Contracts;
using Portal.Server.Platform.Time;
using Portal.Server.Subscribers.Contracts;

namespace Portal.Server.CommandLine.Export;

/// <summary>Offers in the order in which they were made, and what became of them.</summary>
internal sealed class OfferExport : IExport
{
    private const int PageSize = 1_000;

    public IReadOnlyList<string> Columns { get; } =
    [
        "id", "promotionId", "promotion", "merchantCode", "msisdn", "state", "code", "madeAt", "validUntil", "redeemedAt",
    ];

    public bool IsDerived => false;

    public async Task WriteAsync(
        IServiceProvider services, CsvOutput output, ProgressLine progress, CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<OperatorClock>();
        // On a connection of its own: the stream of rows keeps the other one busy on most databases.
        await using var scope = services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<ISubscriberDirectory>();
        var merchants = await services.GetRequiredService<IMerchantDirectory>().MerchantsAsync(cancellationToken);
        var offers = services.GetRequiredService<IOfferExport>().ReadAsync(cancellationToken);
        await foreach (var page in offers.Chunk(PageSize).WithCancellation(cancellationToken))
        {
            var ids = page.Select(offer => offer.SubscriberId).Distinct().ToList();
            var numbers = await directory.MsisdnsAsync(ids, cancellationToken);
            foreach (var offer in page)
            {
                output.Write(
                    offer.Id.ToString(),
                    Fields.Of(offer.PromotionId),
                    offer.PromotionName,
                    offer.MerchantId is { } merchant ? merchants.GetValueOrDefault(merchant)?.Code : null,
                    Fields.Msisdn(numbers, offer.SubscriberId),
                    Fields.Word(offer.State),
                    offer.Code,
                    Fields.Of(clock.Local(offer.MadeAt)),
                    Fields.Of(clock.Local(offer.ValidUntil)),
                    offer.RedeemedAt is { } redeemedAt ? Fields.Of(clock.Local(redeemedAt)) : null);
            }

            progress.Report(output.Rows, 1);
        }
    }
}
