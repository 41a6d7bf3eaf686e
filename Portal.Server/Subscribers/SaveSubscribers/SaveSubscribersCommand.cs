using Portal.Server.Platform.Cqrs;
using Portal.Server.Subscribers.SaveSubscriber;
using SubscriberRequest = Portal.Shared.Subscribers.SaveSubscriber;

namespace Portal.Server.Subscribers.SaveSubscribers;

/// <summary>
/// Registers many subscribers, or changes those that have these numbers, in one transaction; each stands on its own. A
/// consent that a person withdrew by a STOP message or in the inbox is not given again by a list.
/// </summary>
internal sealed record SaveSubscribersCommand(IReadOnlyList<SubscriberRequest> Subscribers, string ConsentSource)
    : ICommand<IReadOnlyList<Result<SavedSubscriber>>>;
