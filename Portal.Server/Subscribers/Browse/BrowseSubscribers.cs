using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Server.Platform.Privacy;
using Portal.Server.Subscribers.Domain;
using Portal.Shared.Delivery;
using Portal.Shared.Http;
using Portal.Shared.Subscribers;

namespace Portal.Server.Subscribers.Browse;

/// <param name="Msisdn">When given, only the subscriber with exactly this number.</param>
internal sealed record BrowseSubscribersQuery(string? Msisdn, Paging Paging) : IQuery<Page<SubscriberSummary>>;

internal sealed class BrowseSubscribersHandler(PortalDbContext database, PersonalData personalData)
    : IRequestHandler<BrowseSubscribersQuery, Result<Page<SubscriberSummary>>>
{
    public async Task<Result<Page<SubscriberSummary>>> Handle(
        BrowseSubscribersQuery request, CancellationToken cancellationToken)
    {
        var subscribers = database.Set<Subscriber>().AsNoTracking();
        if (request.Msisdn is not null)
        {
            if (!Msisdn.TryParse(request.Msisdn, out var msisdn))
            {
                return Error.Invalid("request.invalid", "msisdn", "msisdn must be in E.164 form.");
            }

            var hash = personalData.Hash(msisdn);
            subscribers = subscribers.Where(subscriber => subscriber.MsisdnHash == hash);
        }

        var rows = await subscribers
            .Where(subscriber => subscriber.Id > request.Paging.AfterNumber)
            .OrderBy(subscriber => subscriber.Id)
            .Take(request.Paging.Limit + 1)
            .Select(subscriber => new
            {
                subscriber.Id,
                subscriber.MsisdnSealed,
                subscriber.NameSealed,
                subscriber.District,
                subscriber.Language,
                PaymentIds = database.Set<Binding>()
                    .Count(binding => binding.SubscriberId == subscriber.Id && binding.ValidTo == null),
            })
            .ToListAsync(cancellationToken);
        var summaries = rows.ConvertAll(row => new SubscriberSummary(
            row.Id,
            personalData.OpenMasked(row.MsisdnSealed),
            personalData.OpenOptional(row.NameSealed),
            row.District,
            row.Language,
            row.PaymentIds));
        return request.Paging.Cut(summaries, summary => $"{summary.Id}");
    }
}

internal sealed record ShowSubscriberQuery(long Id) : IQuery<SubscriberView>;

internal sealed class ShowSubscriberHandler(PortalDbContext database, PersonalData personalData)
    : IRequestHandler<ShowSubscriberQuery, Result<SubscriberView>>
{
    public async Task<Result<SubscriberView>> Handle(ShowSubscriberQuery request, CancellationToken cancellationToken)
    {
        var row = await database.Set<Subscriber>().AsNoTracking()
            .SingleOrDefaultAsync(subscriber => subscriber.Id == request.Id, cancellationToken);
        if (row is null)
        {
            return SubscribersErrors.Unknown(request.Id);
        }

        var bindings = await database.Set<Binding>().AsNoTracking()
            .Where(binding => binding.SubscriberId == row.Id)
            .OrderBy(binding => binding.Id)
            .ToListAsync(cancellationToken);
        return new SubscriberView(
            row.Id,
            personalData.OpenMasked(row.MsisdnSealed),
            personalData.OpenOptional(row.NameSealed),
            row.Gender,
            row.BirthDate,
            row.Occupation,
            personalData.OpenOptional(row.AddressSealed),
            row.District,
            row.ArpuMinor,
            row.Language,
            row.ContractDate,
            row.TimeZone,
            [.. Enum.GetValues<Channel>().Where(row.Consents)],
            bindings.ConvertAll(binding => new BindingView(
                binding.Id,
                row.Id,
                binding.PaymentIdLast4,
                binding.ValidFrom == Binding.Beginning ? null : binding.ValidFrom,
                binding.ValidTo)));
    }
}
