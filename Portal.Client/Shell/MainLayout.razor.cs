using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Client.Api;

namespace Portal.Client.Shell;

/// <summary>Frame of every page. Whoever is not signed in sees the sign-in form at the address they came to.</summary>
public sealed partial class MainLayout : IDisposable
{
    private const string ThemeKey = "portal.theme";

    private MudThemeProvider? _themeProvider;
    private ErrorBoundary? _boundary;
    private bool _isDark;
    private bool _isDrawerOpen = true;
    private bool _isLoading = true;

    [Inject] private SessionApi Sessions { get; set; } = null!;

    [Inject] private SessionState Session { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    private string ThemeIcon => _isDark ? Icons.Material.Outlined.LightMode : Icons.Material.Outlined.DarkMode;

    private string SkipTarget => new Uri(Navigation.Uri).PathAndQuery + "#content";

    public void Dispose() => Session.Changed -= OnSessionChanged;

    protected override async Task OnInitializedAsync()
    {
        Session.Changed += OnSessionChanged;
        if (Session.Current is null && (await Sessions.ShowAsync()).Value is { } session)
        {
            Session.Begin(session);
        }

        _isLoading = false;
    }

    protected override void OnParametersSet() => _boundary?.Recover();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || _themeProvider is null)
        {
            return;
        }

        var chosen = await Browser.InvokeAsync<string?>("localStorage.getItem", ThemeKey);
        _isDark = chosen is null ? await _themeProvider.GetSystemDarkModeAsync() : chosen == "dark";
        StateHasChanged();
    }

    private void OnSessionChanged() => _ = InvokeAsync(StateHasChanged);

    private async Task ToggleThemeAsync()
    {
        _isDark = !_isDark;
        await Browser.InvokeVoidAsync("localStorage.setItem", ThemeKey, _isDark ? "dark" : "light");
    }

    private async Task SignOutAsync()
    {
        await Sessions.SignOutAsync();
        Session.End();
        Navigation.NavigateTo("/");
    }
}
