using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Privacy;
using Portal.Server.Subscribers.Domain;

namespace Portal.Server.Subscribers.Persistence;

/// <summary>Writes bindings and, in the same transaction, the changes that projections follow.</summary>
internal sealed class BindingLog(PortalDbContext database, PersonalData personalData)
{
    private readonly Dictionary<UInt128, Binding> _latest = [];
    private BindingHead? _head;

    /// <summary>Reads who holds these PaymentIds, before they are asked for.</summary>
    public async Task LoadAsync(IEnumerable<PaymentId> paymentIds, CancellationToken cancellationToken)
    {
        var hashes = paymentIds.Distinct().Select(personalData.Hash).ToList();
        var rows = await database.Set<Binding>().Where(binding => hashes.Contains(binding.PaymentIdHash))
            .OrderBy(binding => binding.ValidFrom).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            _latest[Key(row.PaymentIdHash)] = row;
        }
    }

    /// <summary>Whether it is or was somebody else's; null asks for somebody who holds none yet.</summary>
    public bool IsHeldByAnother(Subscriber? subscriber, PaymentId paymentId) =>
        _latest.TryGetValue(Key(personalData.Hash(paymentId)), out var latest) && !IsHeldBy(latest, subscriber);

    /// <summary>Binds from the beginning of time what nobody held; nothing to do when the subscriber holds it.</summary>
    public async Task BindUnlessHeldAsync(
        Subscriber subscriber, PaymentId paymentId, CancellationToken cancellationToken)
    {
        var hash = personalData.Hash(paymentId);
        if (!_latest.ContainsKey(Key(hash)))
        {
            _latest[Key(hash)] = await AddAsync(subscriber, paymentId, hash, Binding.Beginning, cancellationToken);
        }
    }

    /// <summary>Binds from an instant on; the present holder has it until then.</summary>
    public async Task<Result<Binding>> BindAsync(
        Subscriber subscriber, PaymentId paymentId, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var hash = personalData.Hash(paymentId);
        var latest = await LatestAsync(hash, cancellationToken);
        if (latest is not null)
        {
            if (from <= latest.ValidFrom || (latest.ValidTo is { } to && from < to))
            {
                return SubscribersErrors.FromBeforeHolder();
            }

            if (latest.ValidTo is null)
            {
                latest.ValidTo = from;
                await RecordAsync(hash, latest.SubscriberId, null, cancellationToken);
            }
        }

        return await AddAsync(subscriber, paymentId, hash, from, cancellationToken);
    }

    private static bool IsHeldBy(Binding binding, Subscriber? subscriber) =>
        subscriber is not null && binding.ValidTo is null
        && (ReferenceEquals(binding.Subscriber, subscriber) || (subscriber.Id != 0 && binding.SubscriberId == subscriber.Id));

    private static UInt128 Key(byte[] hash) => MemoryMarshal.Read<UInt128>(hash);

    private Task<Binding?> LatestAsync(byte[] hash, CancellationToken cancellationToken) => database.Set<Binding>()
        .Where(binding => binding.PaymentIdHash == hash)
        .OrderByDescending(binding => binding.ValidFrom)
        .FirstOrDefaultAsync(cancellationToken);

    private async Task<Binding> AddAsync(
        Subscriber subscriber,
        PaymentId paymentId,
        byte[] hash,
        DateTimeOffset from,
        CancellationToken cancellationToken)
    {
        var binding = new Binding
        {
            PaymentIdHash = hash,
            PaymentIdLast4 = paymentId.Last4,
            Subscriber = subscriber,
            ValidFrom = from,
        };
        database.Add(binding);
        await RecordAsync(hash, 0, subscriber, cancellationToken);
        return binding;
    }

    private async Task RecordAsync(
        byte[] hash, long subscriberId, Subscriber? subscriber, CancellationToken cancellationToken)
    {
        _head ??= await LockHeadAsync(cancellationToken);
        _head.Position++;
        var change = subscriber is null
            ? new BindingChange { Position = _head.Position, PaymentIdHash = hash, SubscriberId = subscriberId }
            : new BindingChange { Position = _head.Position, PaymentIdHash = hash, Subscriber = subscriber };
        database.Add(change);
    }

    /// <summary>Touches the row before reading it, so that the next writer waits until this transaction ends.</summary>
    private async Task<BindingHead> LockHeadAsync(CancellationToken cancellationToken)
    {
        await database.Set<BindingHead>().ExecuteUpdateAsync(
            head => head.SetProperty(row => row.Position, row => row.Position), cancellationToken);
        return await database.Set<BindingHead>().SingleAsync(cancellationToken);
    }
}
