using Microsoft.AspNetCore.Components;
using Portal.Client.Live;
using Portal.Client.Ui;
using Portal.Shared.Dashboards;
using Portal.Shared.Identity;

namespace Portal.Client.Dashboards;

/// <summary>What happens now.</summary>
public sealed partial class LiveDashboard : IAsyncDisposable
{
    private const int CategoriesShown = 8;
    private static readonly string[] _tapsAxis = ["5 min ago", "4", "3", "2", "1", "now"];
    private static readonly int[] _minutesAgo = [59, 45, 30, 15, 0];

    private readonly CancellationTokenSource _closing = new();
    private LiveFeed _feed = null!;
    private double[] _taps = [];
    private double[] _smooth = [];
    private double[] _amounts = [];
    private TimeSpan _ahead;

    [CascadingParameter] public SessionView Session { get; set; } = null!;

    [Inject] private IDashboardConnection Connection { get; set; } = null!;

    [Inject] private Formats Formatter { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    private LiveNumbers Numbers => _feed.Numbers;

    private TodayTotals Today => Numbers.Today;

    private string Heading => Session.MerchantName ?? "Live";

    private string Lead => Session.IsOperator
        ? "Every tap in the town as it happens, and what became of it."
        : "Your taps as they happen, and what became of your offers.";

    /// <summary>The last full second by the server's clock; standing still while paused.</summary>
    private long Second { get; set; }

    private long Minute => (Second + 1) / 60;

    private string CorrectionsText => Today.Corrections == 0
        ? "no refunds"
        : $"{Formats.Number(Today.Corrections)} {(Today.Corrections == 1 ? "refund" : "refunds")} "
            + $"({Formatter.ShortMoney(Today.CorrectedMinor)})";

    private string SinceText => $"since {Formatter.Minute(Today.CountedSince)}";

    private string OffersPerTap => Today.Taps == 0 || Today.Offers.Made is not { } made
        ? "" : $"{Formats.Percent((double)made / Today.Taps)} of taps";

    private string RedemptionRate => Today.Offers is { Made: > 0 and var made, Redeemed: { } redeemed }
        ? Formats.Percent((double)redeemed / made) : "–";

    private string TapsInWords =>
        $"Taps per second over five minutes: now {Formats.Tenth(_smooth[^1])}, at most {Formats.Tenth(_taps.Max())}.";

    private string AmountInWords =>
        $"Turnover per minute over an hour: {Formatter.ShortMoney((long)_amounts[^2])} in the last full minute, "
        + $"at most {Formatter.ShortMoney((long)_amounts.Max())}.";

    private IReadOnlyList<string> AmountAxis =>
        [.. _minutesAgo.Select(ago => Formatter.Minute(DateTimeOffset.FromUnixTimeSeconds((Minute - ago) * 60)))];

    private IReadOnlyList<BarList.Bar> CategoryBars
    {
        get
        {
            var all = Numbers.Categories;
            var bars = all.Take(CategoriesShown).Select(total => new BarList.Bar(
                total.CategoryId,
                CategoryLook.Name(total.CategoryId),
                total.AmountMinor,
                Formatter.ShortMoney(total.AmountMinor),
                $"{Formats.Number(total.Taps)} taps",
                CategoryLook.Icon(total.CategoryId))).ToList();
            var rest = all.Skip(CategoriesShown).ToList();
            if (rest.Count > 0)
            {
                bars.Add(new BarList.Bar(
                    "rest",
                    $"{rest.Count} others",
                    rest.Sum(total => total.AmountMinor),
                    Formatter.ShortMoney(rest.Sum(total => total.AmountMinor)),
                    $"{Formats.Number(rest.Sum(total => total.Taps))} taps"));
            }

            return bars;
        }
    }

    private IReadOnlyList<BarList.Bar> MerchantBars => [.. Numbers.Merchants.Select(total => new BarList.Bar(
        total.MerchantId,
        total.Name,
        total.AmountMinor,
        Formatter.ShortMoney(total.AmountMinor),
        $"{Formats.Number(total.Taps)} taps"))];

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _feed.Changed -= OnChanged;
        await _feed.DisposeAsync();
        _closing.Dispose();
    }

    protected override void OnInitialized()
    {
        _feed = new LiveFeed(Connection);
        _feed.Changed += OnChanged;
        _ = _feed.StartAsync();
        _ = MoveOnAsync();
    }

    /// <summary>Nothing may move for seconds, but time does: the charts go on.</summary>
    private async Task MoveOnAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_closing.Token))
            {
                await InvokeAsync(Redraw);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private void OnChanged() => _ = InvokeAsync(() =>
    {
        _ahead = Numbers.At - Time.GetUtcNow();
        Redraw();
    });

    private void Redraw()
    {
        if (_feed.HasNumbers && !_feed.IsPaused)
        {
            Second = (Time.GetUtcNow() + _ahead).ToUnixTimeSeconds() - 1;
            _taps = Numbers.TapsBySecond(Second);
            _smooth = Numbers.SmoothTapsBySecond(Second);
            _amounts = Numbers.AmountByMinute(Minute);
        }

        StateHasChanged();
    }

    private static string Shown(long? number) => number is { } known ? Formats.Number(known) : "under 10";

    private string AmountTip(int index)
    {
        var minute = Numbers.Minute(Minute - _amounts.Length + 1 + index);
        var time = Formatter.Minute(DateTimeOffset.FromUnixTimeSeconds(minute.Minute * 60));
        return $"{time}: {Formatter.Money(minute.AmountMinor)}, {Formats.Number(minute.Taps)} taps";
    }

    private Task TogglePauseAsync()
    {
        if (_feed.IsPaused)
        {
            return _feed.ResumeAsync();
        }

        _feed.Pause();
        return Task.CompletedTask;
    }
}
