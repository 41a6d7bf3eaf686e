using Portal.Shared.Profiles;

namespace Portal.Client.Api;

public sealed class ProfilesApi(PortalApi api)
{
    /// <summary>Transactions on a subscriber's page.</summary>
    private const int LatestLimit = 25;

    public Task<ApiResult<ProfileView>> ShowAsync(long subscriberId, CancellationToken cancellationToken) =>
        api.GetAsync<ProfileView>($"api/v1/profiles/{subscriberId}", cancellationToken);

    public Task<ApiResult<IReadOnlyList<SubscriberTransaction>>> TransactionsAsync(
        long subscriberId, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<SubscriberTransaction>>(
            PortalApi.Query($"api/v1/subscribers/{subscriberId}/transactions", ("limit", LatestLimit)),
            cancellationToken);
}
