using MediatR;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Time;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Profiles.ShowStatistics;
using Portal.Shared.Profiles;

namespace Portal.Server.Profiles.ShowProfile;

internal sealed record ShowProfileQuery(long SubscriberId) : IQuery<ProfileView>;

internal sealed class ShowProfileHandler(
    IProfiles profiles, IStatisticsReader statistics, IMerchantDirectory merchants, OperatorClock clock)
    : IRequestHandler<ShowProfileQuery, Result<ProfileView>>
{
    public async Task<Result<ProfileView>> Handle(ShowProfileQuery request, CancellationToken cancellationToken)
    {
        var asOf = clock.Today;
        var loaded = await profiles.LoadAsync([request.SubscriberId], asOf, cancellationToken);
        if (!loaded.TryGetValue(request.SubscriberId, out var profile))
        {
            return ProfilesErrors.UnknownSubscriber(request.SubscriberId);
        }

        var habits = (await profiles.HabitsAsync([profile], cancellationToken))[request.SubscriberId];
        var names = new PlaceNames(
            await merchants.OutletsAsync(cancellationToken), await merchants.MerchantsAsync(cancellationToken));
        var months = await YearView.OfAsync(statistics, request.SubscriberId, asOf, cancellationToken);
        return ProfileViews.Of(profile, habits, names, months);
    }
}
