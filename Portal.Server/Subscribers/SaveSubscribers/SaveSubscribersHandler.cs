using FluentValidation;
using MediatR;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Subscribers.Persistence;
using Portal.Server.Subscribers.SaveSubscriber;

namespace Portal.Server.Subscribers.SaveSubscribers;

internal sealed class SaveSubscribersHandler(
    PortalDbContext database, SubscriberWriter writer, IValidator<SaveSubscriberCommand> validator)
    : IRequestHandler<SaveSubscribersCommand, Result<IReadOnlyList<Result<SavedSubscriber>>>>
{
    public async Task<Result<IReadOnlyList<Result<SavedSubscriber>>>> Handle(
        SaveSubscribersCommand request, CancellationToken cancellationToken)
    {
        var commands = request.Subscribers.Select(body => new SaveSubscriberCommand(body, request.ConsentSource)).ToList();
        var errors = commands.ConvertAll(Check);
        var sound = commands.Where((_, index) => errors[index] is null).ToList();
        await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
        var saved = await writer.SaveAsync(sound, keepWithdrawals: true, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        using var next = saved.GetEnumerator();
        return errors.ConvertAll(error => error is null && next.MoveNext() ? next.Current : error!);
    }

    private Error? Check(SaveSubscriberCommand command)
    {
        var outcome = validator.Validate(command);
        return outcome.IsValid ? null : outcome.ToError();
    }
}
