using Microsoft.EntityFrameworkCore;
using Portal.Server.Offers.Domain;
using Portal.Server.Platform.Database;

namespace Portal.Server.Offers.Reading;

/// <summary>
/// Moves counters by conditional updates inside the caller's transaction, in the order of promotions (so that no two
/// writers wait for each other). Counters go before offers, in every writer.
/// </summary>
internal sealed class CounterUpdates(PortalDbContext database)
{
    /// <summary>
    /// False when a cap or budget would be passed, or a promotion was changed meanwhile: then start again.
    /// </summary>
    public async Task<bool> TryApplyAsync(
        CapBook book, Func<int, RunningPromotion?> running, CancellationToken cancellationToken)
    {
        foreach (var change in book.CounterChanges())
        {
            var moved = change.Takes
                ? await TakeAsync(change, running(change.PromotionId)!, cancellationToken)
                : await GiveAsync(change, cancellationToken);
            if (!moved)
            {
                return false;
            }
        }

        foreach (var change in book.DayChanges())
        {
            var cap = running(change.PromotionId)?.Definition.Limits.DailyCap;
            if (!await ChangeDayAsync(change, change.Delta > 0 ? cap ?? int.MaxValue : int.MaxValue, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> TakeAsync(
        CapBook.Counter change, RunningPromotion promotion, CancellationToken cancellationToken)
    {
        var cap = promotion.Definition.Limits.TotalCap ?? long.MaxValue;
        var budget = promotion.Definition.Limits.BudgetMinor ?? long.MaxValue;
        var (made, reserved, committed) =
            (change.MadeDelta, change.ReservedDelta, change.ReservedDelta + change.SpentDelta);
        return await Rows(change)
            .Where(row => row.ActiveVersion == promotion.Version
                && row.Made + made <= cap && row.ReservedMinor + row.SpentMinor + committed <= budget)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(counters => counters.Made, counters => counters.Made + made)
                    .SetProperty(counters => counters.Redeemed, counters => counters.Redeemed + change.RedeemedDelta)
                    .SetProperty(counters => counters.ReservedMinor, counters => counters.ReservedMinor + reserved)
                    .SetProperty(counters => counters.SpentMinor, counters => counters.SpentMinor + change.SpentDelta),
                cancellationToken) == 1;
    }

    private async Task<bool> GiveAsync(CapBook.Counter change, CancellationToken cancellationToken)
    {
        var reserved = change.ReservedDelta;
        return await Rows(change).ExecuteUpdateAsync(
            row => row
                .SetProperty(counters => counters.Made, counters => counters.Made + change.MadeDelta)
                .SetProperty(counters => counters.Redeemed, counters => counters.Redeemed + change.RedeemedDelta)
                .SetProperty(counters => counters.ReservedMinor, counters => counters.ReservedMinor + reserved)
                .SetProperty(counters => counters.SpentMinor, counters => counters.SpentMinor + change.SpentDelta),
            cancellationToken) == 1;
    }

    private IQueryable<PromotionCounters> Rows(CapBook.Counter change) =>
        database.Set<PromotionCounters>().Where(row => row.PromotionId == change.PromotionId);

    private async Task<bool> ChangeDayAsync(
        (int PromotionId, DateOnly Day, int Delta, bool IsKnown) change, int cap, CancellationToken cancellationToken)
    {
        if (!change.IsKnown)
        {
            // Only matching makes days, one batch after the other: the row cannot have come about meanwhile.
            database.Add(new PromotionDay
            {
                PromotionId = change.PromotionId,
                Day = change.Day,
                Made = change.Delta,
            });
            return change.Delta <= cap;
        }

        var most = cap - (long)change.Delta;
        return await database.Set<PromotionDay>()
            .Where(row => row.PromotionId == change.PromotionId && row.Day == change.Day && row.Made <= most)
            .ExecuteUpdateAsync(
                row => row.SetProperty(day => day.Made, day => day.Made + change.Delta), cancellationToken) == 1;
    }
}
