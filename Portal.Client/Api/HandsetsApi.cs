using Portal.Shared.Delivery;
using Portal.Shared.Http;

namespace Portal.Client.Api;

public sealed class HandsetsApi(PortalApi api)
{
    public Task<ApiResult<Page<HandsetMessage>>> MessagesAsync(
        long subscriberId, CancellationToken cancellationToken) =>
        api.GetAsync<Page<HandsetMessage>>($"api/v1/handsets/{subscriberId}/messages", cancellationToken);

    public Task<ApiResult<HandsetReplyOutcome>> ReplyAsync(long subscriberId, string text) =>
        api.PostAsync<HandsetReplyOutcome>($"api/v1/handsets/{subscriberId}/replies", new HandsetReply(text));

    public Task<ApiResult<HandsetTapOutcome>> TapAsync(long subscriberId, HandsetTap tap) =>
        api.PostAsync<HandsetTapOutcome>($"api/v1/handsets/{subscriberId}/taps", tap);
}
