using Portal.Server.Ledger.Contracts;
using Portal.Server.Offers.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Reading;
using Portal.Server.Platform.Database;
using Portal.Server.Subscribers.Contracts;

namespace Portal.Server.Offers.Matching;

/// <summary>
/// Writes offers, their messages, redemptions, refusals, counters and the checkpoint in one transaction.
/// </summary>
internal sealed class BatchWriter(
    PortalDbContext database,
    ICheckpoints checkpoints,
    IBindingMap bindings,
    CounterUpdates counters,
    IDeliveryOutbox outbox)
{
    /// <summary>False when somebody else changed meanwhile what was decided upon; then nothing was written.</summary>
    public async Task<bool> TryWriteAsync(MatchingBatch batch, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginWriteAsync(WritePriority.Derived, cancellationToken);
        var moved = await checkpoints.MoveAsync(OfferMatching.Name, batch.From, batch.To, cancellationToken);
        if (!moved || !await HoldersStandAsync(batch, cancellationToken))
        {
            return false;
        }

        var running = batch.Running.ToDictionary(promotion => promotion.Id);
        if (!await counters.TryApplyAsync(batch.Book, running.GetValueOrDefault, cancellationToken))
        {
            return false;
        }

        var work = batch.Work;
        if (work.Cancelled.Count > 0)
        {
            await outbox.CancelAsync(work.Cancelled, cancellationToken);
        }

        database.AddRange(work.Redeemed);
        database.AddRange(work.Refused);
        foreach (var made in work.Made)
        {
            database.Add(made.Offer);
            if (made.Walk.Channels.Count > 0)
            {
                outbox.Add(ToOutgoing(made));
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// An offer must not go to whom a PaymentId belonged a moment ago; without offers nobody is kept waiting.
    /// </summary>
    private async Task<bool> HoldersStandAsync(MatchingBatch batch, CancellationToken cancellationToken) =>
        batch.Work.Made.Count + batch.Work.Redeemed.Count == 0
        || await bindings.LockAsync(database, batch.BindingPosition, cancellationToken);

    private static OutgoingOffer ToOutgoing(MadeOffer made)
    {
        var offer = made.Offer;
        return new OutgoingOffer(
            offer.Id,
            offer.PromotionId,
            offer.MerchantId,
            offer.SubscriberId,
            made.Walk.Candidate.Facts!.Profile.Registration.TimeZone,
            made.Walk.Channels,
            offer.Language,
            offer.Title,
            offer.Text,
            offer.Token,
            offer.Code,
            offer.MadeAt,
            offer.ValidUntil);
    }
}
