using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Portal.Client.Api;
using Portal.Client.Ui;
using Portal.Shared.Delivery;
using Portal.Shared.Terminals;

namespace Portal.Client.Handsets;

/// <summary>A simulated phone: what arrived on it, a box to answer, and a terminal to tap.</summary>
public sealed partial class HandsetPage : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<HandsetMessage>? _messages;
    private IReadOnlyList<TerminalView>? _terminals;
    private ApiProblem? _problem;
    private string _name = "…";
    private string _reply = "";
    private string? _outcome;
    private TerminalView? _terminal;
    private decimal _amount = 36;
    private bool _isTapping;

    [Parameter] public long SubscriberId { get; set; }

    [Inject] private HandsetsApi Handsets { get; set; } = null!;

    [Inject] private SubscribersApi Subscribers { get; set; } = null!;

    [Inject] private TerminalsApi Terminals { get; set; } = null!;

    [Inject] private Formats Formatter { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var subscriber = await Subscribers.ShowAsync(SubscriberId, _closing.Token);
        _name = subscriber.Value?.Name ?? subscriber.Value?.Msisdn ?? $"subscriber {SubscriberId}";
        await LoadAsync();
        _ = LookAgainAsync();
    }

    private async Task LoadAsync()
    {
        var answer = await Handsets.MessagesAsync(SubscriberId, _closing.Token);
        _problem = _messages is null ? answer.Problem : null;
        _messages = answer.Value?.Items ?? _messages;
    }

    private async Task LookAgainAsync()
    {
        using var timer = new PeriodicTimer(_pause, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_closing.Token))
            {
                if (_problem is null)
                {
                    await LoadAsync();
                    await InvokeAsync(StateHasChanged);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private static string Wire(HandsetMessage message) =>
        $"{(message.Encoding == TextEncoding.Ucs2 ? "UCS-2" : "GSM 7-bit")} · "
        + $"{message.Segments} {(message.Segments == 1 ? "segment" : "segments")} · {message.Bytes} bytes";

    /// <summary>The text in parts: links of this portal can be followed, others are shown and not linked.</summary>
    private static IEnumerable<(string Text, string? Link)> Parts(string text)
    {
        var at = 0;
        foreach (Match match in OfferLinks().Matches(text))
        {
            yield return (text[at..match.Index], null);
            yield return (match.Value, match.Groups["path"].Value);
            at = match.Index + match.Length;
        }

        yield return (text[at..], null);
    }

    [GeneratedRegex(@"https?://[^\s/]+(?<path>/[om](/[A-Za-z0-9_-]+)?)")]
    private static partial Regex OfferLinks();

    private static string TerminalText(TerminalView? terminal) => terminal is null
        ? ""
        : $"{terminal.Id} · {CategoryLook.Name(Shared.Categories.ConsumptionCategories.IdOfMcc(terminal.Category))}";

    private async Task<IEnumerable<TerminalView>> FindTerminalsAsync(string? text, CancellationToken cancellationToken)
    {
        _terminals ??= await Terminals.ChoicesAsync(cancellationToken);
        return _terminals.Where(terminal => terminal.Status == TerminalStatus.Active
            && TerminalText(terminal).Contains(text ?? "", StringComparison.OrdinalIgnoreCase));
    }

    private async Task ReplyAsync()
    {
        var text = _reply.Trim();
        if (text.Length == 0)
        {
            return;
        }

        _reply = "";
        var answer = await Handsets.ReplyAsync(SubscriberId, text);
        _outcome = answer.Value is null
            ? answer.Problem!.Message
            : answer.Value.Meaning switch
            {
                ReplyMeaning.Stop => $"STOP understood: {answer.Value.Cancelled} waiting messages were called back.",
                ReplyMeaning.Start => "START understood: short messages are welcome again.",
                ReplyMeaning.Help => "HELP understood: an answer is on its way.",
                ReplyMeaning.Other => "Received; it is not a keyword.",
            };
        await LoadAsync();
    }

    private async Task TapAsync()
    {
        if (_terminal is null)
        {
            return;
        }

        _isTapping = true;
        var tap = new HandsetTap(_terminal.Id, (long)Math.Round(_amount * Formatter.Unit));
        var answer = await Handsets.TapAsync(SubscriberId, tap);
        _isTapping = false;
        _outcome = answer.Value is { } taken
            ? $"Paid {Formatter.Money(tap.AmountMinor)} at {tap.TerminalId}: "
                + $"position {Formats.Number(taken.Position)} in the ledger."
            : answer.Problem!.Message;
        await LoadAsync();
    }
}
