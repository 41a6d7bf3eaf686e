using MediatR;
using Microsoft.Extensions.Options;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Offers.Domain.Audience;
using Portal.Server.Offers.Promotions;
using Portal.Server.Offers.Reading;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Http;
using Portal.Server.Platform.Time;
using Portal.Server.Profiles.Contracts;
using Portal.Shared.Delivery;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Counting;

/// <summary>Counts exactly whom a rule fits now.</summary>
internal sealed record CountAudienceQuery(Caller Caller, CountAudience Body) : IQuery<AudienceCount>;

/// <summary>Counts the audience of a promotion as it stands.</summary>
internal sealed record CountPromotionAudienceQuery(Caller Caller, int PromotionId) : IQuery<AudienceCount>;

internal sealed class CountAudienceHandler(AudienceCounter counter)
    : IRequestHandler<CountAudienceQuery, Result<AudienceCount>>
{
    public Task<Result<AudienceCount>> Handle(CountAudienceQuery request, CancellationToken cancellationToken)
    {
        var owner = request.Caller.MerchantId ?? request.Body.MerchantId;
        return request.Body.MerchantId is { } wanted && wanted != owner
            ? Task.FromResult<Result<AudienceCount>>(OffersErrors.NotYours())
            : counter.CountAsync(request.Caller, request.Body.Audience, owner, cancellationToken);
    }
}

internal sealed class CountPromotionAudienceHandler(AudienceCounter counter, PromotionViews views)
    : IRequestHandler<CountPromotionAudienceQuery, Result<AudienceCount>>
{
    public async Task<Result<AudienceCount>> Handle(
        CountPromotionAudienceQuery request, CancellationToken cancellationToken) =>
        await views.FindAsync(request.Caller, request.PromotionId, cancellationToken) is { } view
            ? await counter.CountAsync(
                request.Caller, view.Definition.Audience, view.MerchantId, cancellationToken)
            : OffersErrors.UnknownPromotion();
}

/// <summary>Applies a rule to every profile.</summary>
internal sealed class AudienceCounter(
    IProfiles profiles, IMerchantDirectory merchants, OutletMap outletMap, OperatorClock clock)
{
    /// <summary>
    /// Fewer people than this are not shown to a merchant: a narrow rule would say something of one person.
    /// </summary>
    public const int SmallestShown = 10;

    public async Task<Result<AudienceCount>> CountAsync(
        Caller caller, AudienceRule rule, int? ownerId, CancellationToken cancellationToken)
    {
        var (audience, problems) = RuleCompiler.Compile(rule, ownerId);
        if (audience is null)
        {
            return OffersErrors.Invalid(problems);
        }

        var outlets = await outletMap.GetAsync(merchants, [], cancellationToken);
        var total = 0;
        var reachable = Enum.GetValues<Channel>().ToDictionary(channel => channel, _ => 0);
        var after = 0L;
        var today = clock.Today;
        while (await profiles.ScanAsync(after, IProfiles.MaxAtOnce, today, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var profile in page)
            {
                if (audience.Fits(new AudienceFacts(profile, outlet => outlets.GetValueOrDefault(outlet)?.District)))
                {
                    total++;
                    foreach (var channel in reachable.Keys)
                    {
                        reachable[channel] += profile.Registration.Consents(channel) ? 1 : 0;
                    }
                }
            }

            after = page[^1].SubscriberId;
        }

        return ToView(caller, total, reachable);
    }

    private static AudienceCount ToView(Caller caller, int total, Dictionary<Channel, int> reachable) => new(
        Shown(caller, total),
        reachable.ToDictionary(entry => entry.Key, entry => Shown(caller, entry.Value)),
        Shown(caller, total) is null);

    private static int? Shown(Caller caller, int count) => caller.IsOperator || count >= SmallestShown ? count : null;
}
