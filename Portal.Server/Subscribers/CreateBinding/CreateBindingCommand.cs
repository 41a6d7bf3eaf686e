using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Privacy;
using Portal.Server.Subscribers.Domain;
using Portal.Server.Subscribers.Persistence;
using Portal.Shared.Subscribers;

namespace Portal.Server.Subscribers.CreateBinding;

internal sealed record CreateBindingCommand(long SubscriberId, string PaymentId, DateTimeOffset? ValidFrom)
    : ICommand<BindingView>;

internal sealed class CreateBindingValidator : AbstractValidator<CreateBindingCommand>
{
    public CreateBindingValidator()
    {
        RuleFor(command => command.PaymentId).Must(text => PaymentId.TryParse(text, out _))
            .WithMessage("paymentId has 4 to 64 of [A-Za-z0-9._:-].");
        RuleFor(command => command.ValidFrom).GreaterThan(Binding.Beginning)
            .WithMessage("validFrom must be after 1970; leave it out for 'from the beginning'.");
    }
}

internal sealed class CreateBindingHandler(PortalDbContext database, BindingLog bindings)
    : IRequestHandler<CreateBindingCommand, Result<BindingView>>
{
    public async Task<Result<BindingView>> Handle(CreateBindingCommand request, CancellationToken cancellationToken)
    {
        if (PaymentId.LooksLikeCard(request.PaymentId))
        {
            return SubscribersErrors.LooksLikeCard("paymentId");
        }

        var paymentId = PaymentId.Parse(request.PaymentId);
        await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
        var subscriber = await database.Set<Subscriber>()
            .SingleOrDefaultAsync(row => row.Id == request.SubscriberId, cancellationToken);
        if (subscriber is null)
        {
            return SubscribersErrors.Unknown(request.SubscriberId);
        }

        var from = request.ValidFrom ?? Binding.Beginning;
        var bound = await bindings.BindAsync(subscriber, paymentId, from, cancellationToken);
        if (!bound.IsSuccess)
        {
            return bound.Error;
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new BindingView(
            bound.Value.Id, subscriber.Id, bound.Value.PaymentIdLast4, request.ValidFrom, bound.Value.ValidTo);
    }
}
