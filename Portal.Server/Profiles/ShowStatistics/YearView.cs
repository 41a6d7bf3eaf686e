using Portal.Server.Profiles.Contracts;
using Portal.Server.Profiles.Domain;
using Portal.Shared.Categories;
using Portal.Shared.Profiles;

namespace Portal.Server.Profiles.ShowStatistics;

/// <summary>The year view [0041]: this month and the twelve before it, so that last year's same month is in it.</summary>
internal static class YearView
{
    private const int Months = 13;

    public static async Task<IReadOnlyList<MonthStatistics>> OfAsync(
        IStatisticsReader statistics, long subscriberId, DateOnly asOf, CancellationToken cancellationToken)
    {
        var months = Enumerable.Range(0, Months)
            .Select(back => CalendarNumber.OfMonth(asOf.AddMonths(back - Months + 1)))
            .ToList();
        var rows = await statistics.OfSubscriberAsync(subscriberId, months[0], months[^1], cancellationToken);
        var byMonth = rows.ToLookup(row => row.Month);
        return months.ConvertAll(month => new MonthStatistics(
            CalendarNumber.MonthText(month),
            byMonth[month].Sum(row => row.Count),
            byMonth[month].Sum(row => row.AmountMinor),
            [
                .. byMonth[month].Select(row => new CategoryStatistics(
                    ConsumptionCategories.Get(row.CategoryId).Code, row.Count, row.AmountMinor)),
            ]));
    }
}
