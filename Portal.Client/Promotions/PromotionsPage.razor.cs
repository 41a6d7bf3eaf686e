using Microsoft.AspNetCore.Components;
using Portal.Client.Api;
using Portal.Client.Ui;
using Portal.Shared.Http;
using Portal.Shared.Offers;

namespace Portal.Client.Promotions;

/// <summary>Promotions by status.</summary>
public sealed partial class PromotionsPage
{
    private Dictionary<int, string> _merchants = [];

    [SupplyParameterFromQuery(Name = "status")] public string? StatusText { get; set; }

    [Inject] private PromotionsApi Promotions { get; set; } = null!;

    [Inject] private MerchantsApi Merchants { get; set; } = null!;

    [Inject] private Formats Formatter { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnInitializedAsync() =>
        _merchants = (await Merchants.ChoicesAsync()).ToDictionary(merchant => merchant.Id, merchant => merchant.Name);

    private string Owner(int? merchantId) => merchantId is not { } id
        ? "Operator"
        : _merchants.GetValueOrDefault(id, $"#{id}");

    private Task<ApiResult<Page<PromotionSummary>>> LoadAsync(string? cursor, CancellationToken cancellationToken) =>
        Promotions.BrowseAsync(
            Enum.TryParse<PromotionStatus>(StatusText, ignoreCase: true, out var status) ? status : null,
            cursor,
            cancellationToken);

    private void FilterStatus(string? status) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameter("status", string.IsNullOrEmpty(status) ? null : status));
}
