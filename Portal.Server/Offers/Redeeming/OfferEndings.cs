using Microsoft.EntityFrameworkCore;
using Portal.Server.Offers.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Reading;
using Portal.Server.Platform.Database;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Redeeming;

/// <summary>Ends open offers that nobody will redeem, and sets their reservations free.</summary>
internal sealed class OfferEndings(PortalDbContext database, CounterUpdates counters, IDeliveryOutbox outbox)
{
    /// <summary>False when one of the offers was changed meanwhile; then nothing was.</summary>
    public async Task<bool> TryEndAsync(
        IReadOnlyList<Offer> open,
        OfferState state,
        DateTimeOffset now,
        WritePriority priority,
        CancellationToken cancellationToken)
    {
        var book = new CapBook(default);
        foreach (var offer in open)
        {
            book.Of(offer.PromotionId).Change(reserved: -offer.CostMinor);
            offer.MoveTo(state, now);
        }

        await using var transaction = await database.BeginWriteAsync(priority, cancellationToken);
        try
        {
            await counters.TryApplyAsync(book, _ => null, cancellationToken);
            await outbox.CancelAsync([.. open.Select(offer => offer.Id)], cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }
}
