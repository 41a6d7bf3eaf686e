using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Database;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Profiles.Domain;

namespace Portal.Server.Profiles.Persistence;

internal sealed class StatisticsReader(PortalDbContext database) : IStatisticsReader
{
    private static readonly Expression<Func<StatisticRow, Statistic>> _toStatistic = row => new Statistic(
        row.SubscriberId, row.Month, row.CategoryId, row.Count, row.AmountMinor);

    public IAsyncEnumerable<Statistic> StreamAsync(CancellationToken cancellationToken) =>
        Ordered(database.Set<StatisticRow>()).Select(_toStatistic).AsAsyncEnumerable();

    public async Task<IReadOnlyList<Statistic>> OfSubscriberAsync(
        long subscriberId, int fromMonth, int toMonth, CancellationToken cancellationToken) =>
        await Ordered(database.Set<StatisticRow>().Where(row =>
                row.SubscriberId == subscriberId && row.Month >= fromMonth && row.Month <= toMonth))
            .Select(_toStatistic)
            .ToListAsync(cancellationToken);

    private static IQueryable<StatisticRow> Ordered(IQueryable<StatisticRow> rows) =>
        rows.OrderBy(row => row.SubscriberId).ThenBy(row => row.Month).ThenBy(row => row.CategoryId);
}
