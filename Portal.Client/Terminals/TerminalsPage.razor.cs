using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Api;
using Portal.Client.Ui;
using Portal.Shared.Http;
using Portal.Shared.Merchants;
using Portal.Shared.Terminals;

namespace Portal.Client.Terminals;

/// <summary>Terminals, all or of one outlet; they can be suspended and made active again.</summary>
public sealed partial class TerminalsPage
{
    private CursorList<TerminalView>? _list;
    private Dictionary<int, OutletView> _outlets = [];

    [SupplyParameterFromQuery(Name = "outlet")] public int? OutletId { get; set; }

    [Inject] private TerminalsApi Terminals { get; set; } = null!;

    [Inject] private MerchantsApi Merchants { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Messages { get; set; } = null!;

    public static string KindName(TerminalKind kind) => kind switch
    {
        TerminalKind.Pos => "Point of sale",
        TerminalKind.Reader => "Reader",
        TerminalKind.Gate => "Gate",
    };

    protected override async Task OnInitializedAsync() =>
        _outlets = (await Merchants.OutletChoicesAsync()).ToDictionary(outlet => outlet.Id);

    private static string Verb(TerminalView terminal) =>
        terminal.Status == TerminalStatus.Active ? "Suspend" : "Activate";

    private string OutletName(int id) => _outlets.TryGetValue(id, out var outlet) ? outlet.Name : $"#{id}";

    private Task<ApiResult<Page<TerminalView>>> LoadAsync(string? cursor, CancellationToken cancellationToken) =>
        Terminals.BrowseAsync(OutletId, cursor, cancellationToken);

    private void FilterAsync(int? outletId) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("outlet", outletId));

    private async Task AddAsync()
    {
        var parameters = new DialogParameters<TerminalDialog> { { dialog => dialog.OutletId, OutletId } };
        var dialog = await Dialogs.ShowAsync<TerminalDialog>("New terminal", parameters);
        if (await dialog.Result is { Canceled: false, Data: TerminalView terminal })
        {
            Messages.Add($"{terminal.Id} may post now.", Severity.Success);
            await _list!.ReloadAsync();
        }
    }

    private async Task ToggleAsync(TerminalView terminal)
    {
        var wanted = terminal.Status == TerminalStatus.Active ? TerminalStatus.Suspended : TerminalStatus.Active;
        var answer = await Terminals.SetStatusAsync(terminal.Id, wanted);
        if (answer.Value is { } changed)
        {
            _list!.Replace(row => row.Id == changed.Id, changed);
            Messages.Add($"{changed.Id} is {changed.Status.ToString().ToLowerInvariant()}.", Severity.Success);
        }
        else
        {
            Messages.Add(answer.Problem!.Message, Severity.Error);
        }
    }
}
