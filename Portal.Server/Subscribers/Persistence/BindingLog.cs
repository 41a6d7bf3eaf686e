using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Privacy;
using Portal.Server.Subscribers.Domain;

namespace Portal.Server.Subscribers.Persistence;

/// <summary>Writes bindings and, in the same transaction, the changes that projections follow.</summary>
internal sealed class BindingLog(PortalDbContext database, PersonalData personalData)
{
    private BindingHead? _head;

    /// <summary>Binds from the beginning of time, unless the subscriber holds it already; refuses what another holds.</summary>
    public async Task<Error?> BindIfFreeAsync(
        Subscriber subscriber, PaymentId paymentId, CancellationToken cancellationToken)
    {
        var hash = personalData.Hash(paymentId);
        var latest = await LatestAsync(hash, cancellationToken);
        if (latest is not null)
        {
            var holdsIt = latest.SubscriberId == subscriber.Id && latest.ValidTo is null && subscriber.Id != 0;
            return holdsIt ? null : SubscribersErrors.HeldByAnother("paymentIds");
        }

        await AddAsync(subscriber, paymentId, hash, Binding.Beginning, cancellationToken);
        return null;
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
