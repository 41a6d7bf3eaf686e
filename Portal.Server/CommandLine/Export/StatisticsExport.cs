using System.Globalization;
using Portal.Server.CommandLine.Csv;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Categories;

namespace Portal.Server.CommandLine.Export;

/// <summary>Counts and amounts per subscriber, month and category, refunds subtracted [0041].</summary>
internal sealed class StatisticsExport : IExport
{
    private const int PageSize = 1_000;

    public IReadOnlyList<string> Columns { get; } = ["msisdn", "month", "category", "count", "amountMinor"];

    public bool IsDerived => true;

    public async Task WriteAsync(
        IServiceProvider services, CsvOutput output, ProgressLine progress, CancellationToken cancellationToken)
    {
        // On a connection of its own: the stream of rows keeps the other one busy on most databases.
        await using var scope = services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<ISubscriberDirectory>();
        var statistics = services.GetRequiredService<IStatisticsReader>().StreamAsync(cancellationToken);
        var total = await directory.CountAsync(cancellationToken);
        var subscribers = 0;
        await foreach (var page in statistics.Where(row => row.Count != 0 || row.AmountMinor != 0).Chunk(PageSize)
            .WithCancellation(cancellationToken))
        {
            var ids = page.Select(row => row.SubscriberId).Distinct().ToList();
            var numbers = await directory.MsisdnsAsync(ids, cancellationToken);
            foreach (var row in page)
            {
                output.Write(
                    Fields.Msisdn(numbers, row.SubscriberId),
                    string.Create(CultureInfo.InvariantCulture, $"{row.Month / 100:D4}-{row.Month % 100:D2}"),
                    ConsumptionCategories.Get(row.CategoryId).Code,
                    Fields.Of(row.Count),
                    Fields.Of(row.AmountMinor));
            }

            subscribers += ids.Count;
            progress.Report(output.Rows, (double)subscribers / Math.Max(total, 1));
        }
    }
}
