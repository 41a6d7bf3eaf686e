using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Api;
using Portal.Shared.Http;
using Portal.Shared.Subscribers;

namespace Portal.Client.Subscribers;

/// <summary>Subscribers with masked numbers. The number looked for is personal: not in the address.</summary>
public sealed partial class SubscribersPage
{
    private string _number = "";

    [Inject] private SubscribersApi Subscribers { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private string? Msisdn { get; set; }

    private async Task AddAsync()
    {
        var dialog = await Dialogs.ShowAsync<SubscriberDialog>("New subscriber");
        if (await dialog.Result is { Canceled: false, Data: long id })
        {
            Navigation.NavigateTo($"/subscribers/{id}");
        }
    }

    private void Find()
    {
        var number = new string([.. _number.Where(c => char.IsAsciiDigit(c) || c == '+')]);
        Msisdn = number.Length == 0 ? null : number;
    }

    private void Clear() => Msisdn = null;

    private Task<ApiResult<Page<SubscriberSummary>>> LoadAsync(string? cursor, CancellationToken cancellationToken) =>
        Subscribers.BrowseAsync(Msisdn, cursor, cancellationToken);
}
