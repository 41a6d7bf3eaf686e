using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Portal.Client.Shell;

/// <summary>Where one may go: a merchant's person sees nothing of subscribers.</summary>
public sealed partial class NavMenu
{
    private static readonly Place[] _forEverybody =
    [
        new("/", "Live", Icons.Material.Outlined.Insights),
        new("/promotions", "Promotions", Icons.Material.Outlined.Campaign),
        new("/offers", "Offers", Icons.Material.Outlined.LocalOffer),
        new("/merchants", "Merchants", Icons.Material.Outlined.Storefront),
        new("/terminals", "Terminals", Icons.Material.Outlined.PointOfSale),
    ];

    private static readonly Place[] _forOperator =
    [
        new("/subscribers", "Subscribers", Icons.Material.Outlined.People),
        new("/handsets", "Handsets", Icons.Material.Outlined.PhoneAndroid),
    ];

    [Inject] private SessionState Session { get; set; } = null!;

    private IEnumerable<Place> Places => Session.Current?.IsOperator == true
        ? _forEverybody.Concat(_forOperator)
        : _forEverybody.Select(place => place.Href == "/merchants" ? place with { Title = "Outlets" } : place);

    private sealed record Place(string Href, string Title, string Icon);
}
