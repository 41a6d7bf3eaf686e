using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Server.Subscribers.Domain;
using Portal.Shared.Delivery;

namespace Portal.Server.Subscribers.SetConsent;

internal sealed record SetConsentCommand(long SubscriberId, Channel Channel, bool Granted, string Source)
    : ICommand<Done>;

internal sealed class SetConsentValidator : AbstractValidator<SetConsentCommand>
{
    public SetConsentValidator() => RuleFor(command => command.Channel).IsInEnum();
}

internal sealed class SetConsentHandler(PortalDbContext database, OperatorClock clock)
    : IRequestHandler<SetConsentCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SetConsentCommand request, CancellationToken cancellationToken)
    {
        var subscriber = await database.Set<Subscriber>()
            .SingleOrDefaultAsync(row => row.Id == request.SubscriberId, cancellationToken);
        if (subscriber is null)
        {
            return SubscribersErrors.Unknown(request.SubscriberId);
        }

        if (subscriber.SetConsent(request.Channel, request.Granted, request.Source, clock.Now) is { } change)
        {
            database.Add(change);
            await database.SaveChangesAsync(cancellationToken);
        }

        return new Done();
    }
}
