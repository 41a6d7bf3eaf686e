using Microsoft.AspNetCore.Components;
using Portal.Client.Api;
using Portal.Client.Ui;
using Portal.Shared.Offers;

namespace Portal.Client.Offers;

/// <summary>One offer with its explanation.</summary>
public sealed partial class OfferPage
{
    private OfferView? _offer;
    private ApiProblem? _problem;

    [Parameter] public Guid Id { get; set; }

    [Inject] private OffersApi Offers { get; set; } = null!;

    [Inject] private Formats Formatter { get; set; } = null!;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var answer = await Offers.ShowAsync(Id, CancellationToken.None);
        (_offer, _problem) = (answer.Value, answer.Problem);
    }
}
