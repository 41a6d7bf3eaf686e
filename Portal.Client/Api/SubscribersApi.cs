using Portal.Shared.Delivery;
using Portal.Shared.Http;
using Portal.Shared.Subscribers;

namespace Portal.Client.Api;

public sealed class SubscribersApi(PortalApi api)
{
    public Task<ApiResult<Page<SubscriberSummary>>> BrowseAsync(
        string? msisdn, string? cursor, CancellationToken cancellationToken) =>
        api.GetAsync<Page<SubscriberSummary>>(
            PortalApi.Query("api/v1/subscribers", ("msisdn", msisdn), ("cursor", cursor)), cancellationToken);

    public Task<ApiResult<SubscriberView>> ShowAsync(long id, CancellationToken cancellationToken) =>
        api.GetAsync<SubscriberView>($"api/v1/subscribers/{id}", cancellationToken);

    public Task<ApiResult<SubscriberView>> SaveAsync(SaveSubscriber body) =>
        api.PostAsync<SubscriberView>("api/v1/subscribers", body);

    public Task<ApiResult<Nothing>> SetConsentAsync(long id, Channel channel, bool granted) =>
        api.PutAsync<Nothing>($"api/v1/subscribers/{id}/consents", new SetConsent(channel, granted));
}
