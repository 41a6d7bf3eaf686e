using Portal.Shared.Identity;

namespace Portal.Client.Api;

public sealed class SessionApi(PortalApi api)
{
    public const string Path = "api/v1/session";

    public Task<ApiResult<SessionView>> ShowAsync() => api.GetAsync<SessionView>(Path);

    public Task<ApiResult<SessionView>> SignInAsync(string email, string password) =>
        api.PostAsync<SessionView>(Path, new SignInRequest(email, password));

    public Task<ApiResult<Nothing>> SignOutAsync() => api.DeleteAsync(Path);
}
