using Microsoft.AspNetCore.Components;
using Portal.Client.Api;
using Portal.Client.Ui;
using Portal.Shared.Http;
using Portal.Shared.Identity;
using Portal.Shared.Offers;

namespace Portal.Client.Offers;

/// <summary>Offers by state and promotion; a merchant sees its own, and no subscriber.</summary>
public sealed partial class OffersPage
{
    [CascadingParameter] public SessionView Session { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "state")] public string? StateText { get; set; }

    [SupplyParameterFromQuery(Name = "promotion")] public int? PromotionId { get; set; }

    [Inject] private OffersApi Offers { get; set; } = null!;

    [Inject] private Formats Formatter { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private Task<ApiResult<Page<OfferSummary>>> LoadAsync(string? cursor, CancellationToken cancellationToken) =>
        Offers.BrowseAsync(
            PromotionId,
            null,
            Enum.TryParse<OfferState>(StateText, ignoreCase: true, out var state) ? state : null,
            cursor,
            cancellationToken);

    private void FilterState(string? state) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("state", string.IsNullOrEmpty(state) ? null : state));

    private void Navigate(int? promotion) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("promotion", promotion));
}
