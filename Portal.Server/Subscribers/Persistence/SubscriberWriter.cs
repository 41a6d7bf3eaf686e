using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Privacy;
using Portal.Server.Platform.Time;
using Portal.Server.Subscribers.Domain;
using Portal.Server.Subscribers.SaveSubscriber;
using Portal.Shared.Delivery;

namespace Portal.Server.Subscribers.Persistence;

/// <summary>
/// Writes registration records inside the caller's write transaction: a few queries and one save for any number of them.
/// One that is refused leaves nothing behind.
/// </summary>
internal sealed class SubscriberWriter(
    PortalDbContext database, PersonalData personalData, OperatorClock clock, BindingLog bindings)
{
    private Dictionary<UInt128, Subscriber> _known = [];
    private HashSet<(long SubscriberId, Channel Channel)> _withdrawn = [];

    /// <param name="commands">Records that their validator has let through.</param>
    /// <param name="keepWithdrawals">Whether a person's own withdrawal of consent outranks these records.</param>
    /// <param name="cancellationToken">Ends it; nothing is written then.</param>
    public async Task<IReadOnlyList<Result<SavedSubscriber>>> SaveAsync(
        IReadOnlyList<SaveSubscriberCommand> commands, bool keepWithdrawals, CancellationToken cancellationToken)
    {
        await LoadAsync(commands, keepWithdrawals, cancellationToken);
        var outcomes = new List<Result<(Subscriber Subscriber, bool Created)>>(commands.Count);
        foreach (var command in commands)
        {
            outcomes.Add(await SaveAsync(command, cancellationToken));
        }

        await database.SaveChangesAsync(cancellationToken);
        return outcomes.ConvertAll(outcome => outcome.IsSuccess
            ? new SavedSubscriber(outcome.Value.Subscriber.Id, outcome.Value.Created)
            : Result<SavedSubscriber>.Failure(outcome.Error));
    }

    private async Task LoadAsync(
        IReadOnlyList<SaveSubscriberCommand> commands, bool keepWithdrawals, CancellationToken cancellationToken)
    {
        var hashes = commands.Select(command => personalData.Hash(Msisdn.Parse(command.Body.Msisdn))).ToList();
        _known = await database.Set<Subscriber>().Where(subscriber => hashes.Contains(subscriber.MsisdnHash))
            .ToDictionaryAsync(subscriber => Key(subscriber.MsisdnHash), cancellationToken);
        await bindings.LoadAsync(
            commands.SelectMany(command => command.Body.PaymentIds).Where(id => !PaymentId.LooksLikeCard(id))
                .Select(PaymentId.Parse),
            cancellationToken);
        if (keepWithdrawals && _known.Count > 0)
        {
            var ids = _known.Values.Select(subscriber => subscriber.Id).ToList();
            var changes = await database.Set<ConsentChange>().AsNoTracking()
                .Where(change => ids.Contains(change.SubscriberId))
                .ToListAsync(cancellationToken);
            _withdrawn = [.. changes.GroupBy(change => (change.SubscriberId, change.Channel))
                .Where(group => group.MaxBy(change => change.Id)!.IsOwnWithdrawal)
                .Select(group => group.Key)];
        }
    }

    private async Task<Result<(Subscriber Subscriber, bool Created)>> SaveAsync(
        SaveSubscriberCommand command, CancellationToken cancellationToken)
    {
        if (command.Body.PaymentIds.Any(text => PaymentId.LooksLikeCard(text)))
        {
            return SubscribersErrors.LooksLikeCard("paymentIds");
        }

        var msisdn = Msisdn.Parse(command.Body.Msisdn);
        var hash = personalData.Hash(msisdn);
        var existing = _known.GetValueOrDefault(Key(hash));
        var paymentIds = command.Body.PaymentIds.Distinct().Select(PaymentId.Parse).ToList();
        if (paymentIds.Any(paymentId => bindings.IsHeldByAnother(existing, paymentId)))
        {
            return SubscribersErrors.HeldByAnother("paymentIds");
        }

        var subscriber = existing ?? New(msisdn, hash);
        Apply(subscriber, command);
        foreach (var paymentId in paymentIds)
        {
            await bindings.BindUnlessHeldAsync(subscriber, paymentId, cancellationToken);
        }

        return (subscriber, existing is null);
    }

    private Subscriber New(Msisdn msisdn, byte[] hash)
    {
        var subscriber = new Subscriber
        {
            MsisdnHash = hash,
            MsisdnSealed = personalData.Seal(msisdn.E164),
            CreatedAt = clock.Now,
        };
        _known.Add(Key(hash), subscriber);
        database.Add(subscriber);
        return subscriber;
    }

    private void Apply(Subscriber subscriber, SaveSubscriberCommand command)
    {
        var body = command.Body;
        subscriber.NameSealed = personalData.SealOptional(body.Name);
        subscriber.AddressSealed = personalData.SealOptional(body.Address);
        subscriber.Gender = body.Gender;
        subscriber.BirthDate = body.BirthDate;
        subscriber.Occupation = body.Occupation;
        subscriber.District = body.District;
        subscriber.ArpuMinor = body.ArpuMinor;
        subscriber.Language = body.Language;
        subscriber.ContractDate = body.ContractDate;
        subscriber.TimeZone = body.TimeZone;
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var granted = body.Consents.Contains(channel) && !_withdrawn.Contains((subscriber.Id, channel));
            if (subscriber.SetConsent(channel, granted, command.ConsentSource, clock.Now) is { } change)
            {
                database.Add(change);
            }
        }
    }

    private static UInt128 Key(byte[] hash) => MemoryMarshal.Read<UInt128>(hash);
}
