using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Shared.Delivery;
using Portal.Shared.Http;

namespace Portal.Server.Delivery.Simulator;

/// <summary>A handset's messages, newest first.</summary>
internal sealed record HandsetMessagesQuery(long SubscriberId, Paging Paging) : IQuery<Page<HandsetMessage>>;

internal sealed class HandsetMessagesHandler(PortalDbContext database)
    : IRequestHandler<HandsetMessagesQuery, Result<Page<HandsetMessage>>>
{
    public async Task<Result<Page<HandsetMessage>>> Handle(
        HandsetMessagesQuery request, CancellationToken cancellationToken)
    {
        var before = request.Paging.AfterNumber is > 0 and var number ? number : long.MaxValue;
        var rows = await database.Set<HandsetRow>().AsNoTracking()
            .Where(row => row.SubscriberId == request.SubscriberId && row.Id < before)
            .OrderByDescending(row => row.Id)
            .Take(request.Paging.Limit + 1)
            .Select(row => new HandsetMessage(
                row.Id,
                row.IsReply,
                row.Channel,
                row.Sender,
                row.Text,
                row.Encoding,
                row.Segments,
                row.Bytes,
                row.At,
                row.DeliveryId))
            .ToListAsync(cancellationToken);
        return request.Paging.Cut(rows, message => $"{message.Id}");
    }
}
