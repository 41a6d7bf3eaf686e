using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Server.Platform.Database;

namespace Portal.Server.Offers.Matching;

/// <summary>
/// Follows the statistics through the ledger: takes back what refunds undo, lets taps redeem open offers, and makes new
/// ones. Not rebuildable: what was sent was sent.
/// </summary>
internal sealed partial class OfferMatching(
    PortalDbContext database,
    BatchReader reader,
    BatchWriter writer,
    WaterfallFactory waterfalls,
    IOptions<OffersOptions> options,
    ILogger<OfferMatching> logger) : IProjection
{
    public const string Name = "offers";

    /// <summary>
    /// Tries for one batch; each failure means that somebody else got on. After these the runner pauses.
    /// </summary>
    private const int MaxAttempts = 5;

    public async Task<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await reader.ReadAsync(cancellationToken) is not { } batch)
                {
                    return false;
                }

                Decide(batch);
                if (await writer.TryWriteAsync(batch, cancellationToken))
                {
                    return true;
                }
            }
            // An offer changed while it was matched, or a random code had been given before: read again.
            catch (DbUpdateException exception) when (attempt < MaxAttempts)
            {
                Again(exception, attempt);
            }

            database.ChangeTracker.Clear();
            if (attempt == MaxAttempts)
            {
                return true;
            }
        }
    }

    private void Decide(MatchingBatch batch)
    {
        TakingBack.Run(batch);
        var redemption = new TapRedemption(batch);
        var making = new OfferMaking(batch, waterfalls.Create(batch.Book), options.Value);
        foreach (var tap in batch.Taps)
        {
            if (!batch.Late.Contains(tap))
            {
                redemption.Run(tap);
                making.Run(tap);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Matching a batch again, after attempt {Attempt}")]
    private partial void Again(Exception exception, int attempt);
}
