using Microsoft.AspNetCore.Components;
using Portal.Client.Api;
using Portal.Shared.Http;

namespace Portal.Client.Ui;

/// <summary>A list that is read page by page with a cursor: it knows how loading, failing and empty look.</summary>
public sealed partial class CursorList<TItem> : IDisposable
{
    /// <summary>Rows kept on one page: beyond it a filter helps more than another page.</summary>
    private const int RowLimit = 2_000;

    private readonly List<TItem> _items = [];
    private CancellationTokenSource _loading = new();
    private object? _loadedFor;
    private bool _isLoading = true;
    private string? _next;
    private ApiProblem? _problem;

    /// <summary>Reads the page after a cursor.</summary>
    [Parameter, EditorRequired]
    public Func<string?, CancellationToken, Task<ApiResult<Page<TItem>>>> Load { get; set; } = null!;

    /// <summary>What the list is filtered by: when it changes, the list begins anew.</summary>
    [Parameter] public object? Filter { get; set; }

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter, EditorRequired] public RenderFragment Header { get; set; } = null!;

    [Parameter, EditorRequired] public RenderFragment<TItem> Row { get; set; } = null!;

    [Parameter, EditorRequired] public RenderFragment Empty { get; set; } = null!;

    public void Dispose()
    {
        _loading.Cancel();
        _loading.Dispose();
    }

    public async Task ReloadAsync()
    {
        await _loading.CancelAsync();
        _loading.Dispose();
        _loading = new CancellationTokenSource();
        _items.Clear();
        _next = null;
        await LoadNextAsync();
    }

    /// <summary>Shows an item in place of one of the list, after a command changed it.</summary>
    public void Replace(Predicate<TItem> which, TItem item)
    {
        var index = _items.FindIndex(which);
        if (index >= 0)
        {
            _items[index] = item;
            StateHasChanged();
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        var filter = Filter ?? "";
        if (!Equals(_loadedFor, filter))
        {
            _loadedFor = filter;
            await ReloadAsync();
        }
    }

    private async Task LoadNextAsync()
    {
        var cancellation = _loading.Token;
        (_isLoading, _problem) = (true, null);
        StateHasChanged();
        try
        {
            var answer = await Load(_next, cancellation);
            _problem = answer.Problem;
            if (answer.Value is { } page && !cancellation.IsCancellationRequested)
            {
                _items.AddRange(page.Items);
                _next = _items.Count < RowLimit ? page.Next : null;
            }

            _isLoading = false;
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // Another filter was chosen meanwhile, and another request is on its way.
        }
    }
}
