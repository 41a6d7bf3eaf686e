using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Delivery.Domain;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Delivery;
using Portal.Shared.Http;

namespace Portal.Server.Delivery.Browse;

internal sealed record DeliveryFilter(
    DeliveryState? State, Channel? Channel, Guid? OfferId, long? SubscriberId, int? PromotionId);

/// <summary>Deliveries, newest first.</summary>
internal sealed record BrowseDeliveriesQuery(DeliveryFilter Filter, Paging Paging) : IQuery<Page<DeliveryView>>;

internal sealed class BrowseDeliveriesHandler(PortalDbContext database, ISubscriberDirectory subscribers)
    : IRequestHandler<BrowseDeliveriesQuery, Result<Page<DeliveryView>>>
{
    public async Task<Result<Page<DeliveryView>>> Handle(
        BrowseDeliveriesQuery request, CancellationToken cancellationToken)
    {
        var rows = Narrow(database.Set<OutboundDelivery>().AsNoTracking(), request.Filter);
        if (request.Paging.After is { } cursor)
        {
            if (!TryRead(cursor, out var at, out var id))
            {
                return DeliveryErrors.UnreadableCursor();
            }

            rows = rows.Where(row => row.CreatedAt < at || (row.CreatedAt == at && row.Id.CompareTo(id) < 0));
        }

        var page = await rows
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
            .Take(request.Paging.Limit + 1)
            .ToListAsync(cancellationToken);
        var numbers = await subscribers.MsisdnsAsync(
            [.. page.Select(row => row.SubscriberId).Distinct()], cancellationToken);
        var views = page.ConvertAll(row => ToView(row, numbers.GetValueOrDefault(row.SubscriberId).Masked));
        return request.Paging.Cut(views, Cursor);
    }

    private static IQueryable<OutboundDelivery> Narrow(IQueryable<OutboundDelivery> rows, DeliveryFilter filter)
    {
        rows = filter.State is { } state ? rows.Where(row => row.State == state) : rows;
        rows = filter.Channel is { } channel ? rows.Where(row => row.Channel == channel) : rows;
        rows = filter.OfferId is { } offer ? rows.Where(row => row.OfferId == offer) : rows;
        rows = filter.SubscriberId is { } person ? rows.Where(row => row.SubscriberId == person) : rows;
        return filter.PromotionId is { } promotion ? rows.Where(row => row.PromotionId == promotion) : rows;
    }

    private static DeliveryView ToView(OutboundDelivery row, string msisdn) => new(
        row.Id,
        row.OfferId,
        row.PromotionId,
        row.MerchantId,
        row.SubscriberId,
        msisdn,
        row.Channel,
        row.State,
        row.Reason,
        row.IsService ? null : row.Text ?? row.Body,
        row.Attempt,
        row.CreatedAt,
        row.DueAt,
        row.ValidUntil,
        row.SubmittedAt,
        row.EndedAt);

    private static string Cursor(DeliveryView view) =>
        string.Create(CultureInfo.InvariantCulture, $"{view.CreatedAt.UtcTicks}_{view.Id:N}");

    private static bool TryRead(string cursor, out DateTimeOffset at, out Guid id)
    {
        (at, id) = (default, default);
        var parts = cursor.Split('_');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTimeOffset.MaxValue.UtcTicks
            || !Guid.TryParseExact(parts[1], "N", out id))
        {
            return false;
        }

        at = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }
}
