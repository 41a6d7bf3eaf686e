using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Privacy;
using Portal.Server.Platform.Time;
using Portal.Server.Subscribers.Domain;
using Portal.Server.Subscribers.Persistence;
using Portal.Shared.Delivery;
using SubscriberRequest = Portal.Shared.Subscribers.SaveSubscriber;

namespace Portal.Server.Subscribers.SaveSubscriber;

internal sealed class SaveSubscriberHandler(
    PortalDbContext database, PersonalData personalData, OperatorClock clock, BindingLog bindings)
    : IRequestHandler<SaveSubscriberCommand, Result<SavedSubscriber>>
{
    public async Task<Result<SavedSubscriber>> Handle(
        SaveSubscriberCommand request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        if (body.PaymentIds.Any(text => PaymentId.LooksLikeCard(text)))
        {
            return SubscribersErrors.LooksLikeCard("paymentIds");
        }

        var msisdn = Msisdn.Parse(body.Msisdn);
        var hash = personalData.Hash(msisdn);
        await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
        var existing = await database.Set<Subscriber>()
            .SingleOrDefaultAsync(subscriber => subscriber.MsisdnHash == hash, cancellationToken);
        var subscriber = existing ?? New(msisdn, hash);
        Apply(subscriber, request);
        foreach (var text in body.PaymentIds.Distinct())
        {
            if (await bindings.BindIfFreeAsync(subscriber, PaymentId.Parse(text), cancellationToken) is { } error)
            {
                return error;
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new SavedSubscriber(subscriber.Id, existing is null);
    }

    private Subscriber New(Msisdn msisdn, byte[] hash)
    {
        var subscriber = new Subscriber
        {
            MsisdnHash = hash,
            MsisdnSealed = personalData.Seal(msisdn.E164),
            CreatedAt = clock.Now,
        };
        database.Add(subscriber);
        return subscriber;
    }

    private void Apply(Subscriber subscriber, SaveSubscriberCommand request)
    {
        SubscriberRequest body = request.Body;
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
            var granted = body.Consents.Contains(channel);
            if (subscriber.SetConsent(channel, granted, request.ConsentSource, clock.Now) is { } change)
            {
                database.Add(change);
            }
        }
    }
}
