using Portal.Shared.Http;
using Portal.Shared.Merchants;

namespace Portal.Client.Api;

public sealed class MerchantsApi(PortalApi api)
{
    /// <summary>Merchants or outlets read for a choice: more would not be chosen from a list.</summary>
    private const int ChoiceLimit = 500;

    public Task<ApiResult<Page<MerchantView>>> BrowseAsync(string? cursor, CancellationToken cancellationToken) =>
        api.GetAsync<Page<MerchantView>>(PortalApi.Query("api/v1/merchants", ("cursor", cursor)), cancellationToken);

    public Task<ApiResult<Page<OutletView>>> BrowseOutletsAsync(
        int? merchantId, string? cursor, CancellationToken cancellationToken) =>
        api.GetAsync<Page<OutletView>>(
            PortalApi.Query("api/v1/outlets", ("merchantId", merchantId), ("cursor", cursor)), cancellationToken);

    public async Task<IReadOnlyList<MerchantView>> ChoicesAsync(CancellationToken cancellationToken = default) =>
        (await api.GetAsync<Page<MerchantView>>(
            PortalApi.Query("api/v1/merchants", ("limit", ChoiceLimit)), cancellationToken)).Value?.Items ?? [];

    public async Task<IReadOnlyList<OutletView>> OutletChoicesAsync(CancellationToken cancellationToken = default) =>
        (await api.GetAsync<Page<OutletView>>(
            PortalApi.Query("api/v1/outlets", ("limit", ChoiceLimit)), cancellationToken)).Value?.Items ?? [];

    public Task<ApiResult<MerchantView>> CreateAsync(CreateMerchant body) =>
        api.PostAsync<MerchantView>("api/v1/merchants", body);

    public Task<ApiResult<OutletView>> CreateOutletAsync(CreateOutlet body) =>
        api.PostAsync<OutletView>("api/v1/outlets", body);
}
