using Portal.Server.Platform.Database;

namespace Portal.Server.Subscribers.Contracts;

/// <summary>
/// Says who held a PaymentId when, from memory (about 100 bytes a binding). A projection brings it up to date, computes
/// with it, and before it commits makes sure with <see cref="LockAsync"/> that no binding changed meanwhile.
/// </summary>
internal interface IBindingMap
{
    /// <summary>Reads the changes since the last call; returns the position of the last one.</summary>
    Task<long> SyncAsync(PortalDbContext database, CancellationToken cancellationToken);

    /// <summary>The subscriber who held the PaymentId at that instant, or null.</summary>
    long? OwnerOf(byte[] paymentIdHash, DateTimeOffset at);

    /// <summary>
    /// Inside a write transaction: keeps binding changes out until its end. False when there have been changes after
    /// <paramref name="position"/>; then start again.
    /// </summary>
    Task<bool> LockAsync(PortalDbContext database, long position, CancellationToken cancellationToken);

    /// <summary>Subscribers whose transactions changed by bindings in (after, upTo], each once.</summary>
    Task<IReadOnlyList<long>> AffectedAsync(
        PortalDbContext database, long after, long upTo, CancellationToken cancellationToken);

    /// <summary>The PaymentIds that these subscribers hold or ever held, by subscriber.</summary>
    Task<ILookup<long, byte[]>> PaymentIdsOfAsync(
        PortalDbContext database, IReadOnlyCollection<long> subscriberIds, CancellationToken cancellationToken);
}
