using Portal.Shared.Http;
using Portal.Shared.Offers;

namespace Portal.Client.Api;

public sealed class OffersApi(PortalApi api)
{
    public Task<ApiResult<Page<OfferSummary>>> BrowseAsync(
        int? promotionId, long? subscriberId, OfferState? state, string? cursor, CancellationToken cancellationToken) =>
        api.GetAsync<Page<OfferSummary>>(
            PortalApi.Query(
                "api/v1/offers",
                ("promotionId", promotionId),
                ("subscriberId", subscriberId),
                ("state", state),
                ("cursor", cursor)),
            cancellationToken);

    public Task<ApiResult<OfferView>> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        api.GetAsync<OfferView>($"api/v1/offers/{id}", cancellationToken);
}
