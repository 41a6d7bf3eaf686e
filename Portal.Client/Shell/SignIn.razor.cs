using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Api;

namespace Portal.Client.Shell;

/// <summary>E-mail address and password; the browser keeps a cookie and no token.</summary>
public sealed partial class SignIn
{
    private readonly Form _form = new();
    private bool _isBusy;
    private bool _isShown;
    private string? _problem;

    [Parameter] public bool IsDark { get; set; }

    [Parameter] public EventCallback OnThemeToggled { get; set; }

    [Inject] private SessionApi Sessions { get; set; } = null!;

    [Inject] private SessionState Session { get; set; } = null!;

    private InputType InputKind => _isShown ? InputType.Text : InputType.Password;

    private async Task SignInAsync()
    {
        if (string.IsNullOrWhiteSpace(_form.Email) || string.IsNullOrEmpty(_form.Password))
        {
            _problem = "Enter your e-mail address and your password.";
            return;
        }

        (_isBusy, _problem) = (true, null);
        var answer = await Sessions.SignInAsync(_form.Email.Trim(), _form.Password);
        _isBusy = false;
        if (answer.Value is { } session)
        {
            Session.Begin(session);
        }
        else
        {
            _problem = answer.Problem?.Message;
        }
    }

    private sealed class Form
    {
        public string Email { get; set; } = "";

        public string Password { get; set; } = "";
    }
}
