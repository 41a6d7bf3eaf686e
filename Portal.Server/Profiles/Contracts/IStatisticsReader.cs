namespace Portal.Server.Profiles.Contracts;

/// <summary>Purchases of one subscriber in one month and category, net of refunds [0041].</summary>
/// <param name="Month">yyyyMM in the operator's time zone.</param>
internal sealed record Statistic(long SubscriberId, int Month, byte CategoryId, int Count, long AmountMinor);

/// <summary>Reads the statistics as the projection has them now.</summary>
internal interface IStatisticsReader
{
    /// <summary>Name of the projection that keeps statistics and activity; its checkpoint says how far they are.</summary>
    const string Projection = "statistics";

    /// <summary>All rows, by subscriber, month and category.</summary>
    IAsyncEnumerable<Statistic> StreamAsync(CancellationToken cancellationToken);

    /// <summary>The rows of one subscriber from a month (yyyyMM) to another, both included, by month and category.</summary>
    Task<IReadOnlyList<Statistic>> OfSubscriberAsync(
        long subscriberId, int fromMonth, int toMonth, CancellationToken cancellationToken);
}
