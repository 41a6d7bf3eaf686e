using MediatR;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Subscribers.Persistence;

namespace Portal.Server.Subscribers.SaveSubscriber;

internal sealed class SaveSubscriberHandler(PortalDbContext database, SubscriberWriter writer)
    : IRequestHandler<SaveSubscriberCommand, Result<SavedSubscriber>>
{
    public async Task<Result<SavedSubscriber>> Handle(
        SaveSubscriberCommand request, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
        var saved = await writer.SaveAsync([request], keepWithdrawals: false, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved[0];
    }
}
