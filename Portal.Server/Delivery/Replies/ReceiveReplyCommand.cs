using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Delivery.Contracts;
using Portal.Server.Delivery.Domain;
using Portal.Server.Delivery.Queueing;
using Portal.Server.Delivery.Text;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Replies;

/// <summary>A message from a phone. When this returns, a STOP is on the disk.</summary>
internal sealed record ReceiveReplyCommand(long SubscriberId, string Text) : ICommand<HandsetReplyOutcome>;

internal sealed class ReceiveReplyValidator : AbstractValidator<ReceiveReplyCommand>
{
    /// <summary>One short message.</summary>
    private const int MaxLength = 160;

    public ReceiveReplyValidator() => RuleFor(command => command.Text).NotEmpty().MaximumLength(MaxLength);
}

internal sealed class ReceiveReplyHandler(
    PortalDbContext database,
    ISubscriberDirectory subscribers,
    IServiceMessages messages,
    OperatorClock clock,
    ProgressSignal signal,
    DeliveryMetrics metrics)
    : IRequestHandler<ReceiveReplyCommand, Result<HandsetReplyOutcome>>
{
    /// <summary>Names the source of a consent's change in its proof.</summary>
    private const string Source = "stop-message";

    private static readonly TimeSpan _confirmationValidity = TimeSpan.FromHours(12);

    public async Task<Result<HandsetReplyOutcome>> Handle(
        ReceiveReplyCommand request, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
        var people = await subscribers.RegistrationsAsync([request.SubscriberId], cancellationToken);
        if (!people.TryGetValue(request.SubscriberId, out var person))
        {
            return DeliveryErrors.UnknownSubscriber(request.SubscriberId);
        }

        var meaning = ReplyKeywords.Understand(request.Text);
        var cancelled = await ObeyAsync(meaning, person, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Notify();
        return new HandsetReplyOutcome(meaning, cancelled);
    }

    private async Task<int> ObeyAsync(ReplyMeaning meaning, Registration person, CancellationToken cancellationToken)
    {
        var chinese = OfferMessage.IsChinese(person.Language);
        switch (meaning)
        {
            case ReplyMeaning.Stop:
                var withdrawn = await subscribers.WithdrawAllAsync(person.SubscriberId, Source, cancellationToken);
                var cancelled = await CancelAsync(person.SubscriberId, cancellationToken);
                if (withdrawn.Count > 0)
                {
                    // One confirmation; whoever says it again has said enough.
                    Answer(person, chinese
                        ? "您已退订，不会再收到优惠信息。回复START可恢复。"
                        : "You will get no more offers. Reply START to get them again.");
                }

                return cancelled;
            case ReplyMeaning.Start:
                await subscribers.SetConsentAsync(
                    person.SubscriberId, Channel.Sms, granted: true, Source, cancellationToken);
                Answer(person, chinese
                    ? "您将通过短信收到优惠信息。回复TD退订。"
                    : "You will get offers by SMS. Reply STOP to end.");
                return 0;
            case ReplyMeaning.Help:
                Answer(person, chinese
                    ? "这里是您的运营商的优惠服务。回复TD退订，回复START恢复。"
                    : "These are offers from your mobile operator. Reply STOP to end, START to get them by SMS.");
                return 0;
            case ReplyMeaning.Other:
                return 0;
        }

        return 0;
    }

    private async Task<int> CancelAsync(long subscriberId, CancellationToken cancellationToken)
    {
        var cancelled = await database.Set<OutboundDelivery>()
            .Where(row => row.SubscriberId == subscriberId && row.OfferId != null)
            .CancelWaitingAsync(DeliveryReasons.Stopped, clock.Now, cancellationToken);
        if (cancelled > 0)
        {
            metrics.Ended(Channel.Sms, DeliveryState.Cancelled, cancelled);
        }

        return cancelled;
    }

    private void Answer(Registration person, string text) =>
        messages.Add(person.SubscriberId, text, _confirmationValidity);
}
