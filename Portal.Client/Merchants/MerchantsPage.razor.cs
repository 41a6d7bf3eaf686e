using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Api;
using Portal.Client.Ui;
using Portal.Shared.Http;
using Portal.Shared.Identity;
using Portal.Shared.Merchants;

namespace Portal.Client.Merchants;

/// <summary>Merchants with their outlets; a merchant's person sees its own outlets.</summary>
public sealed partial class MerchantsPage
{
    private CursorList<MerchantView>? _merchants;
    private CursorList<OutletView>? _outlets;

    [CascadingParameter] public SessionView Session { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "merchant")] public int? MerchantId { get; set; }

    [Inject] private MerchantsApi Merchants { get; set; } = null!;

    [Inject] private Formats Formatter { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Messages { get; set; } = null!;

    private static string PlaceOf(OutletView outlet) =>
        FormattableString.Invariant($"{outlet.Latitude:0.####}, {outlet.Longitude:0.####}");

    private Task<ApiResult<Page<OutletView>>> LoadOutletsAsync(string? cursor, CancellationToken cancellationToken) =>
        Merchants.BrowseOutletsAsync(MerchantId, cursor, cancellationToken);

    private async Task AddMerchantAsync()
    {
        var dialog = await Dialogs.ShowAsync<MerchantDialog>("New merchant");
        if (await dialog.Result is { Canceled: false, Data: MerchantView merchant })
        {
            Messages.Add($"{merchant.Name} is registered.", Severity.Success);
            await (_merchants?.ReloadAsync() ?? Task.CompletedTask);
        }
    }

    private async Task AddOutletAsync()
    {
        var parameters = new DialogParameters<OutletDialog>
        {
            { dialog => dialog.MerchantId, Session.MerchantId ?? MerchantId },
        };
        var dialog = await Dialogs.ShowAsync<OutletDialog>("New outlet", parameters);
        if (await dialog.Result is { Canceled: false, Data: OutletView outlet })
        {
            Messages.Add($"{outlet.Name} is registered.", Severity.Success);
            await (_merchants?.ReloadAsync() ?? Task.CompletedTask);
            await (_outlets?.ReloadAsync() ?? Task.CompletedTask);
        }
    }
}
