using MediatR;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Time;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Profiles;

namespace Portal.Server.Profiles.ShowStatistics;

internal sealed record ShowStatisticsQuery(long SubscriberId) : IQuery<SubscriberStatistics>;

internal sealed class ShowStatisticsHandler(
    IStatisticsReader statistics, ISubscriberDirectory subscribers, OperatorClock clock)
    : IRequestHandler<ShowStatisticsQuery, Result<SubscriberStatistics>>
{
    public async Task<Result<SubscriberStatistics>> Handle(
        ShowStatisticsQuery request, CancellationToken cancellationToken)
    {
        var registrations = await subscribers.RegistrationsAsync([request.SubscriberId], cancellationToken);
        return registrations.Count == 0
            ? ProfilesErrors.UnknownSubscriber(request.SubscriberId)
            : new SubscriberStatistics(
                request.SubscriberId,
                await YearView.OfAsync(statistics, request.SubscriberId, clock.Today, cancellationToken));
    }
}
