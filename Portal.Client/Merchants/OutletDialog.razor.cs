using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Api;
using Portal.Shared.Identity;
using Portal.Shared.Merchants;

namespace Portal.Client.Merchants;

/// <summary>Registers a place of a business.</summary>
public sealed partial class OutletDialog
{
    private IReadOnlyList<MerchantView> _choices = [];
    private int? _merchantId;
    private string _name = "";
    private string _code = "";
    private string _district = "";
    private double _latitude;
    private double _longitude;
    private ApiProblem? _problem;

    /// <summary>The merchant, where it is known already.</summary>
    [Parameter] public int? MerchantId { get; set; }

    [CascadingParameter] private IMudDialogInstance Frame { get; set; } = null!;

    [Inject] private MerchantsApi Merchants { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _merchantId = MerchantId;
        var choices = await Merchants.ChoicesAsync();
        _choices = choices.Count > 1 ? choices : [];
    }

    private async Task SaveAsync()
    {
        var answer = await Merchants.CreateOutletAsync(new CreateOutlet(
            _merchantId ?? 0, _code.Trim(), _name.Trim(), _district.Trim(), _latitude, _longitude));
        _problem = answer.Problem;
        if (answer.Value is { } outlet)
        {
            Frame.Close(DialogResult.Ok(outlet));
        }
    }
}
