using Portal.Shared.Http;
using Portal.Shared.Offers;

namespace Portal.Client.Api;

public sealed class PromotionsApi(PortalApi api)
{
    private const string Path = "api/v1/promotions";

    public Task<ApiResult<Page<PromotionSummary>>> BrowseAsync(
        PromotionStatus? status, string? cursor, CancellationToken cancellationToken) =>
        api.GetAsync<Page<PromotionSummary>>(
            PortalApi.Query(Path, ("status", status), ("cursor", cursor)),
            cancellationToken);

    public Task<ApiResult<PromotionView>> ShowAsync(int id, CancellationToken cancellationToken) =>
        api.GetAsync<PromotionView>($"{Path}/{id}", cancellationToken);

    public Task<ApiResult<PromotionResults>> ResultsAsync(int id, CancellationToken cancellationToken) =>
        api.GetAsync<PromotionResults>($"{Path}/{id}/results", cancellationToken);

    public Task<ApiResult<AudienceCount>> CountAsync(CountAudience body, CancellationToken cancellationToken) =>
        api.PostAsync<AudienceCount>($"{Path}/audience", body, cancellationToken);

    public Task<ApiResult<PromotionView>> SaveAsync(int? id, SavePromotion body) => id is null
        ? api.PostAsync<PromotionView>(Path, body)
        : api.PutAsync<PromotionView>($"{Path}/{id}", body);

    public Task<ApiResult<PromotionView>> ActivateAsync(int id) =>
        api.PostAsync<PromotionView>($"{Path}/{id}/activate", null);

    public Task<ApiResult<PromotionView>> PauseAsync(int id) =>
        api.PostAsync<PromotionView>($"{Path}/{id}/pause", null);

    public Task<ApiResult<PromotionView>> EndAsync(int id) => api.PostAsync<PromotionView>($"{Path}/{id}/end", null);
}
