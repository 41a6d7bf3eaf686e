using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Api;
using Portal.Client.Ui;
using Portal.Shared.Identity;
using Portal.Shared.Offers;

namespace Portal.Client.Promotions;

/// <summary>Writes a promotion, counts its audience while it is written, and shows what became of it.</summary>
public sealed partial class PromotionPage : IDisposable
{
    /// <summary>A pause in typing after which the audience is counted.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(350);

    private CancellationTokenSource _counting = new();
    private PromotionForm? _form;
    private PromotionView? _view;
    private PromotionResults? _results;
    private AudienceCount? _count;
    private ApiProblem? _loadProblem;
    private ApiProblem? _problem;
    private ApiProblem? _countProblem;
    private IReadOnlyList<(int Id, string Name)> _merchants = [];
    private bool _isBusy;
    private bool _isCounting;

    [CascadingParameter] public SessionView Session { get; set; } = null!;

    [Parameter] public int? Id { get; set; }

    [Inject] private PromotionsApi Promotions { get; set; } = null!;

    [Inject] private MerchantsApi Merchants { get; set; } = null!;

    [Inject] private Formats Formatter { get; set; } = null!;

    [Inject] private PromotionTools Tools { get; set; } = null!;

    private string ValueLabel => _form!.Kind switch
    {
        BenefitKind.PercentOff => "Percent",
        BenefitKind.Gift => $"Worth ({Formatter.Currency})",
        _ => $"Amount ({Formatter.Currency})",
    };

    public void Dispose()
    {
        _counting.Cancel();
        _counting.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Session.IsOperator && _merchants.Count == 0)
        {
            _merchants = [.. (await Merchants.ChoicesAsync()).Select(merchant => (merchant.Id, merchant.Name))];
        }

        if (Id is null || _view?.Id != Id)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        (_loadProblem, _results) = (null, null);
        if (Id is not { } id)
        {
            (_form, _view) = (new PromotionForm { MerchantId = Session.MerchantId }, null);
        }
        else
        {
            var answer = await Promotions.ShowAsync(id, CancellationToken.None);
            _loadProblem = answer.Problem;
            if (answer.Value is { } view)
            {
                Show(view);
                _results = (await Promotions.ResultsAsync(id, CancellationToken.None)).Value;
            }
        }

        if (_form is not null)
        {
            await AudienceChangedAsync();
        }
    }

    private void Show(PromotionView view)
    {
        _view = view;
        _form = PromotionForm.From(view.Definition, Formatter);
    }

    private async Task AudienceChangedAsync()
    {
        await _counting.CancelAsync();
        _counting.Dispose();
        _counting = new CancellationTokenSource();
        var cancellation = _counting.Token;
        _isCounting = true;
        try
        {
            await Task.Delay(_pause, Tools.Time, cancellation);
            var body = new CountAudience(_form!.Audience.ToRule(), _form.MerchantId);
            var answer = await Promotions.CountAsync(body, cancellation);
            (_count, _countProblem, _isCounting) = (answer.Value, answer.Problem, false);
        }
        catch (OperationCanceledException)
        {
            // The rule has changed again: a newer count is on its way.
        }
    }

    private async Task SaveAsync()
    {
        (_isBusy, _problem) = (true, null);
        var answer = await Promotions.SaveAsync(Id, _form!.ToPromotion(Formatter));
        (_isBusy, _problem) = (false, answer.Problem);
        if (answer.Value is { } view)
        {
            Tools.Messages.Add($"“{view.Definition.Name}” is saved.", Severity.Success);
            Show(view);
            Tools.Navigation.NavigateTo($"/promotions/{view.Id}");
        }
    }

    private Task ActivateAsync() => ChangeAsync(Promotions.ActivateAsync, "is active: it makes offers from now on.");

    private Task PauseAsync() => ChangeAsync(Promotions.PauseAsync, "is paused: open offers stay open.");

    private async Task ChangeAsync(Func<int, Task<ApiResult<PromotionView>>> change, string outcome)
    {
        (_isBusy, _problem) = (true, null);
        var answer = await change(Id!.Value);
        (_isBusy, _problem) = (false, answer.Problem);
        if (answer.Value is { } view)
        {
            Tools.Messages.Add($"“{view.Definition.Name}” {outcome}", Severity.Success);
            Show(view);
        }
    }
}
