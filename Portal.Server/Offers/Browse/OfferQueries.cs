using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Reading;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Server.Platform.Time;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Http;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Browse;

/// <summary>What of a list is wanted.</summary>
internal sealed record OfferFilter(int? PromotionId, long? SubscriberId, OfferState? State);

internal sealed record BrowseOffersQuery(Caller Caller, OfferFilter Filter, Paging Paging) : IQuery<Page<OfferSummary>>;

internal sealed class BrowseOffersHandler(
    PortalDbContext database, ISubscriberDirectory subscribers, OperatorClock clock)
    : IRequestHandler<BrowseOffersQuery, Result<Page<OfferSummary>>>
{
    public async Task<Result<Page<OfferSummary>>> Handle(
        BrowseOffersQuery request, CancellationToken cancellationToken)
    {
        var (caller, filter, paging) = (request.Caller, request.Filter, request.Paging);
        // Which offers one subscriber has is subscriber-level data: that filter is the operator's.
        var subscriberId = caller.IsOperator ? filter.SubscriberId : null;
        var before = paging.AfterNumber;
        var rows = await database.Set<Offer>().AsNoTracking()
            .Where(offer => before == 0 || offer.Number < before)
            .Where(offer => caller.MerchantId == null || offer.MerchantId == caller.MerchantId)
            .Where(offer => filter.PromotionId == null || offer.PromotionId == filter.PromotionId)
            .Where(offer => subscriberId == null || offer.SubscriberId == subscriberId)
            .Where(offer => filter.State == null || offer.State == filter.State)
            .OrderByDescending(offer => offer.Number)
            .Take(paging.Limit + 1)
            .ToListAsync(cancellationToken);
        var page = paging.Cut(rows, offer => $"{offer.Number}");
        var numbers = caller.IsOperator
            ? await subscribers.MsisdnsAsync(
                [.. page.Items.Select(offer => offer.SubscriberId).Distinct()], cancellationToken)
            : null;
        return new Page<OfferSummary>(
            [.. page.Items.Select(offer => OfferViews.Summary(
                offer, clock.Now, numbers is null ? null : numbers.GetValueOrDefault(offer.SubscriberId).Masked,
                caller))],
            page.Next);
    }
}

internal sealed record ShowOfferQuery(Guid Id) : IQuery<OfferView>;

internal sealed class ShowOfferHandler(
    PortalDbContext database, ISubscriberDirectory subscribers, OperatorClock clock)
    : IRequestHandler<ShowOfferQuery, Result<OfferView>>
{
    public async Task<Result<OfferView>> Handle(ShowOfferQuery request, CancellationToken cancellationToken)
    {
        var offer = await database.Set<Offer>().AsNoTracking().SingleOrDefaultAsync(
            row => row.Id == request.Id, cancellationToken);
        if (offer is null)
        {
            return OffersErrors.UnknownOffer();
        }

        var stored = OffersJson.Read<StoredReasons>(offer.Reasons);
        var redemptions = await database.Set<Redemption>().AsNoTracking()
            .Where(row => row.OfferId == offer.Id).OrderBy(row => row.Number).ToListAsync(cancellationToken);
        var msisdn = await subscribers.FindMsisdnAsync(offer.SubscriberId, cancellationToken);
        return new OfferView(
            OfferViews.Summary(offer, clock.Now, msisdn?.Masked, Caller.Operator),
            offer.Text,
            new Benefit(offer.BenefitKind, offer.BenefitValue),
            offer.TriggerPosition,
            stored.Reasons,
            stored.Why,
            redemptions.ConvertAll(row => OfferViews.Redemption(row, Caller.Operator)));
    }
}

internal sealed record BrowseRedemptionsQuery(Caller Caller, int? PromotionId, Paging Paging)
    : IQuery<Page<RedemptionView>>;

internal sealed class BrowseRedemptionsHandler(PortalDbContext database)
    : IRequestHandler<BrowseRedemptionsQuery, Result<Page<RedemptionView>>>
{
    public async Task<Result<Page<RedemptionView>>> Handle(
        BrowseRedemptionsQuery request, CancellationToken cancellationToken)
    {
        var caller = request.Caller;
        var before = request.Paging.AfterNumber;
        var rows = await database.Set<Redemption>().AsNoTracking()
            .Where(row => before == 0 || row.Number < before)
            .Where(row => caller.MerchantId == null || row.MerchantId == caller.MerchantId)
            .Where(row => request.PromotionId == null || row.PromotionId == request.PromotionId)
            .OrderByDescending(row => row.Number)
            .Take(request.Paging.Limit + 1)
            .ToListAsync(cancellationToken);
        var page = request.Paging.Cut(rows, row => $"{row.Number}");
        return new Page<RedemptionView>(
            [.. page.Items.Select(row => OfferViews.Redemption(row, caller))], page.Next);
    }
}

internal static class OfferViews
{
    public static OfferSummary Summary(Offer offer, DateTimeOffset now, string? msisdn, Caller caller) => new(
        offer.Id,
        offer.PromotionId,
        offer.MerchantId,
        offer.Title,
        offer.StateAt(now),
        caller.IsOperator ? offer.SubscriberId : null,
        msisdn,
        offer.MadeAt,
        offer.ValidUntil,
        offer.ViewedAt,
        offer.EndedAt);

    public static RedemptionView Redemption(Redemption row, Caller caller) => new(
        row.Id,
        row.OfferId,
        row.PromotionId,
        row.MerchantId,
        row.By,
        row.OutletId,
        row.TransactionId,
        row.NetMinor,
        row.CostMinor,
        row.At,
        row.VoidedAt,
        caller.IsOperator ? row.SubscriberId : null);
}
