using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Offers.Counting;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Promotions;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Shared.Http;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Browse;

internal sealed record ShowResultsQuery(Caller Caller, int PromotionId) : IQuery<PromotionResults>;

internal sealed class ShowResultsHandler(PortalDbContext database, PromotionViews views)
    : IRequestHandler<ShowResultsQuery, Result<PromotionResults>>
{
    public async Task<Result<PromotionResults>> Handle(
        ShowResultsQuery request, CancellationToken cancellationToken)
    {
        if (await views.FindAsync(request.Caller, request.PromotionId, cancellationToken) is not { } promotion)
        {
            return OffersErrors.UnknownPromotion();
        }

        var states = await database.Set<Offer>()
            .Where(offer => offer.PromotionId == request.PromotionId)
            .GroupBy(offer => offer.State)
            .Select(group => new
            {
                State = group.Key,
                Offers = group.LongCount(),
                Viewed = group.LongCount(offer => offer.ViewedAt != null),
            })
            .ToListAsync(cancellationToken);
        var people = await database.Set<Offer>()
            .Where(offer => offer.PromotionId == request.PromotionId)
            .Select(offer => offer.SubscriberId).Distinct().CountAsync(cancellationToken);
        var made = states.Where(row => row.State != OfferState.Withdrawn).ToList();
        // A number may be shown when it says nothing of few people: enough people in all, and none or enough in it.
        long? Shown(long count) => request.Caller.IsOperator
            || (people >= AudienceCounter.SmallestShown && (count == 0 || count >= AudienceCounter.SmallestShown))
            ? count
            : null;
        long? InState(OfferState state) => Shown(states.Where(row => row.State == state).Sum(row => row.Offers));
        return new PromotionResults(
            request.PromotionId,
            Shown(made.Sum(row => row.Offers)),
            Shown(states.Sum(row => row.Viewed)),
            InState(OfferState.Redeemed),
            InState(OfferState.Expired),
            InState(OfferState.Withdrawn),
            promotion.Counts.SpentMinor,
            promotion.Counts.ReservedMinor,
            await RefusalsAsync(request, cancellationToken));
    }

    private async Task<IReadOnlyList<StepCount>> RefusalsAsync(
        ShowResultsQuery request, CancellationToken cancellationToken)
    {
        var rows = await database.Set<Refusal>()
            .Where(refusal => refusal.PromotionId == request.PromotionId)
            .GroupBy(refusal => new { refusal.Step, refusal.Reason })
            .Select(group => new
            {
                group.Key.Step,
                group.Key.Reason,
                People = group.Select(refusal => refusal.SubscriberId).Distinct().LongCount(),
                Times = group.Sum(refusal => (long)refusal.Count),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Step).ThenBy(row => row.Reason, StringComparer.Ordinal).Select(row =>
            request.Caller.IsOperator || row.People >= AudienceCounter.SmallestShown
                ? new StepCount(row.Step, row.Reason, row.People, row.Times)
                : new StepCount(row.Step, row.Reason, null, null))];
    }
}

/// <summary>Who was refused by a promotion, and why; for the operator.</summary>
internal sealed record BrowseRefusalsQuery(int PromotionId, Paging Paging) : IQuery<Page<RefusalView>>;

internal sealed class BrowseRefusalsHandler(PortalDbContext database)
    : IRequestHandler<BrowseRefusalsQuery, Result<Page<RefusalView>>>
{
    public async Task<Result<Page<RefusalView>>> Handle(
        BrowseRefusalsQuery request, CancellationToken cancellationToken)
    {
        var after = Cursor.Read(request.Paging.After);
        var rows = await database.Set<Refusal>()
            .Where(row => row.PromotionId == request.PromotionId)
            .Where(row => row.SubscriberId > after.SubscriberId
                || (row.SubscriberId == after.SubscriberId && row.Day > after.Day))
            .OrderBy(row => row.SubscriberId).ThenBy(row => row.Day)
            .Take(request.Paging.Limit + 1)
            .Select(row => new RefusalView(
                row.PromotionId,
                row.SubscriberId,
                row.Day,
                row.Step,
                row.Reason,
                row.Values,
                row.Count,
                row.LastAt))
            .ToListAsync(cancellationToken);
        return request.Paging.Cut(rows, row => $"{row.SubscriberId}.{row.Day.DayNumber}");
    }

    private readonly record struct Cursor(long SubscriberId, DateOnly Day)
    {
        public static Cursor Read(string? text)
        {
            var parts = (text ?? "").Split('.');
            return parts.Length == 2
                && long.TryParse(parts[0], out var subscriber) && int.TryParse(parts[1], out var day)
                && day >= 0 && day <= DateOnly.MaxValue.DayNumber
                ? new Cursor(subscriber, DateOnly.FromDayNumber(day))
                : default;
        }
    }
}
