using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Database;
using Portal.Server.Subscribers.Contracts;
using Portal.Server.Subscribers.Domain;

namespace Portal.Server.Subscribers.Persistence;

internal sealed class BindingMap : IBindingMap, IDisposable
{
    private readonly ConcurrentDictionary<UInt128, Span[]> _spans = new();
    private readonly SemaphoreSlim _syncing = new(1, 1);
    private long _position = -1;

    public async Task<long> SyncAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        await _syncing.WaitAsync(cancellationToken);
        try
        {
            var head = await HeadAsync(database, cancellationToken);
            if (head <= _position)
            {
                return head;
            }

            var rows = database.Set<Binding>().AsNoTracking();
            if (_position >= 0)
            {
                var changed = database.Set<BindingChange>()
                    .Where(change => change.Position > _position && change.Position <= head)
                    .Select(change => change.PaymentIdHash);
                rows = rows.Where(binding => changed.Contains(binding.PaymentIdHash));
            }

            foreach (var group in (await rows.ToListAsync(cancellationToken)).GroupBy(row => Key(row.PaymentIdHash)))
            {
                _spans[group.Key] = [.. group.OrderByDescending(row => row.ValidFrom)
                    .Select(row => new Span(row.SubscriberId, row.ValidFrom, row.ValidTo))];
            }

            return _position = head;
        }
        finally
        {
            _syncing.Release();
        }
    }

    public long? OwnerOf(byte[] paymentIdHash, DateTimeOffset at)
    {
        if (_spans.TryGetValue(Key(paymentIdHash), out var spans))
        {
            foreach (var span in spans)
            {
                if (span.From <= at)
                {
                    return span.To is null || at < span.To ? span.SubscriberId : null;
                }
            }
        }

        return null;
    }

    public async Task<bool> LockAsync(PortalDbContext database, long position, CancellationToken cancellationToken) =>
        await database.Set<BindingHead>()
            .Where(head => head.Id == BindingHead.OnlyId && head.Position == position)
            .ExecuteUpdateAsync(
                head => head.SetProperty(row => row.Position, row => row.Position), cancellationToken) == 1;

    public async Task<IReadOnlyList<long>> AffectedAsync(
        PortalDbContext database, long after, long upTo, CancellationToken cancellationToken) =>
        await database.Set<BindingChange>()
            .Where(change => change.Position > after && change.Position <= upTo)
            .Select(change => change.SubscriberId)
            .Distinct()
            .ToListAsync(cancellationToken);

    public async Task<ILookup<long, byte[]>> PaymentIdsOfAsync(
        PortalDbContext database, IReadOnlyCollection<long> subscriberIds, CancellationToken cancellationToken)
    {
        var rows = await database.Set<Binding>()
            .Where(binding => subscriberIds.Contains(binding.SubscriberId))
            .Select(binding => new { binding.SubscriberId, binding.PaymentIdHash })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.SubscriberId, row => row.PaymentIdHash);
    }

    public void Dispose() => _syncing.Dispose();

    private static Task<long> HeadAsync(PortalDbContext database, CancellationToken cancellationToken) =>
        database.Set<BindingHead>().Select(head => head.Position).SingleAsync(cancellationToken);

    private static UInt128 Key(byte[] hash) => MemoryMarshal.Read<UInt128>(hash);

    private sealed record Span(long SubscriberId, DateTimeOffset From, DateTimeOffset? To);
}
