using Portal.Shared.Http;
using Portal.Shared.Terminals;

namespace Portal.Client.Api;

public sealed class TerminalsApi(PortalApi api)
{
    /// <summary>Terminals read for a choice: more would not be chosen from a list.</summary>
    private const int ChoiceLimit = 500;

    public async Task<IReadOnlyList<TerminalView>> ChoicesAsync(CancellationToken cancellationToken = default) =>
        (await api.GetAsync<Page<TerminalView>>(
            PortalApi.Query("api/v1/terminals", ("limit", ChoiceLimit)), cancellationToken)).Value?.Items ?? [];

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
