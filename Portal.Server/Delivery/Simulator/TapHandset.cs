using FluentValidation;
using MediatR;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Time;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Simulator;

/// <summary>Holds a simulated handset to a terminal; from there on it is a transaction like any other.</summary>
internal sealed record TapHandsetCommand(long SubscriberId, string TerminalId, long AmountMinor)
    : ICommand<HandsetTapOutcome>;

internal sealed class TapHandsetValidator : AbstractValidator<TapHandsetCommand>
{
    public TapHandsetValidator()
    {
        RuleFor(command => command.TerminalId).NotEmpty();
        RuleFor(command => command.AmountMinor).GreaterThan(0);
    }
}

internal sealed class TapHandsetHandler(ISubscriberDirectory subscribers, ITapRecorder taps, OperatorClock clock)
    : IRequestHandler<TapHandsetCommand, Result<HandsetTapOutcome>>
{
    public async Task<Result<HandsetTapOutcome>> Handle(TapHandsetCommand request, CancellationToken cancellationToken)
    {
        var held = await subscribers.FindPaymentIdAsync(request.SubscriberId, clock.Now, cancellationToken);
        if (held is null)
        {
            return DeliveryErrors.NoPaymentId();
        }

        var id = $"handset-{Guid.CreateVersion7(clock.Now):N}";
        var recorded = await taps.RecordAsync(
            new NewTap(id, request.TerminalId, held.Hash, held.Last4, request.AmountMinor, clock.Now),
            cancellationToken);
        return recorded.IsSuccess ? new HandsetTapOutcome(id, recorded.Value) : recorded.Error;
    }
}
