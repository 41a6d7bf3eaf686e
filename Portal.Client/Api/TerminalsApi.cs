using Portal.Shared.Http;
using Portal.Shared.Terminals;

namespace Portal.Client.Api;

public sealed class TerminalsApi(PortalApi api)
{
    public Task<ApiResult<Page<TerminalView>>> BrowseAsync(
        int? outletId, string? cursor, CancellationToken cancellationToken) =>
        api.GetAsync<Page<TerminalView>>(
            PortalApi.Query("api/v1/terminals", ("outletId", outletId), ("cursor", cursor)), cancellationToken);

    public Task<ApiResult<TerminalView>> CreateAsync(CreateTerminal body) =>
        api.PostAsync<TerminalView>("api/v1/terminals", body);

    public Task<ApiResult<TerminalView>> SetStatusAsync(string id, TerminalStatus status) =>
        api.PutAsync<TerminalView>(
            $"api/v1/terminals/{Uri.EscapeDataString(id)}/status", new SetTerminalStatus(status));
}
