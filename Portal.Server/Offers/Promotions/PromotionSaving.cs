using Microsoft.EntityFrameworkCore;
using Portal.Server.Offers.Domain;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Promotions;

internal static class PromotionSaving
{
    public static bool IsFor(this Promotion promotion, Caller caller) =>
        caller.IsOperator || caller.MerchantId == promotion.MerchantId;

    /// <summary>
    /// Saves a promotion, and tells its counters in the same transaction which version may make offers from now on:
    /// matching that read an earlier one then starts again. False when somebody else was faster.
    /// </summary>
    public static async Task<bool> TrySaveAsync(
        this PortalDbContext database, Promotion promotion, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
        var version = promotion.Status == PromotionStatus.Active ? promotion.Version : 0;
        await database.Set<PromotionCounters>()
            .Where(row => row.PromotionId == promotion.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(counters => counters.ActiveVersion, version), cancellationToken);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
