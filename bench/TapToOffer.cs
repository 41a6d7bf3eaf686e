using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Promotions;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Server.Subscribers.SaveSubscribers;
using Portal.Shared.Offers;

namespace Portal.Bench;

/// <summary>From the answer to a tap until its offer can be read in the inbox, at 500 taps a second.</summary>
internal static class TapToOffer
{
    private const int TapsPerSecond = 500;
    private const int Seconds = 12;
    private const int WarmUpSeconds = 4;
    private const int Posters = 50;
    private const int GoalMs = 250;

    public static async Task RunAsync()
    {
        await using var portal = await BenchPortal.StartAsync();
        await SetUpAsync(portal);
        var answered = new ConcurrentDictionary<long, long>();
        var visible = new ConcurrentDictionary<long, long>();
        using var stop = new CancellationTokenSource();
        var watching = WatchAsync(portal, visible, stop.Token);
        await PostAsync(portal, answered);
        var measured = answered.Keys.Where(position => position > TapsPerSecond * WarmUpSeconds).ToList();
        var deadline = Stopwatch.GetTimestamp();
        while (!measured.TrueForAll(visible.ContainsKey) && Stopwatch.GetElapsedTime(deadline) < TimeSpan.FromSeconds(20))
        {
            await Task.Delay(50);
        }

        await stop.CancelAsync();
        await watching;
        Print(measured, answered, visible);
    }

    private static void Print(
        List<long> measured, ConcurrentDictionary<long, long> answered, ConcurrentDictionary<long, long> visible)
    {
        // An offer may be there before its tap's answer has reached the terminal: that is zero.
        var delays = measured.Where(visible.ContainsKey)
            .Select(position => Math.Max(0, Stopwatch.GetElapsedTime(answered[position], visible[position]).TotalMilliseconds))
            .Order().ToList();
        var missing = measured.Count - delays.Count;
        Measured.Line($"taps at {TapsPerSecond}/s, each with an offer", $"{measured.Count:N0}, {missing} without offer");
        Measured.Line("p50", $"{delays[delays.Count / 2]:N0} ms");
        var p99 = delays[delays.Count * 99 / 100];
        Measured.Line("p99", $"{p99:N0} ms   goal <= {GoalMs} ms   {(p99 <= GoalMs && missing == 0 ? "met" : "MISSED")}");
    }

    /// <summary>One subscriber for each tap, since nobody gets the same offer twice while it is open.</summary>
    private static async Task SetUpAsync(BenchPortal portal)
    {
        await using var scope = portal.App.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var people = Enumerable.Range(0, TapsPerSecond * Seconds).Select(i => new Portal.Shared.Subscribers.SaveSubscriber
        {
            Msisdn = string.Create(CultureInfo.InvariantCulture, $"+861380{i:D7}"),
            PaymentIds = [Bodies.PaymentId(i)],
        });
        foreach (var chunk in people.Chunk(500))
        {
            await mediator.Send(new SaveSubscribersCommand(chunk, "bench"));
        }

        var promotion = await mediator.Send(new SavePromotionCommand(Caller.Operator, null, new SavePromotion
        {
            Name = "For everybody",
            Texts = new Dictionary<string, PromotionText> { ["en"] = new("For you", "For everybody who pays.") },
            Benefit = new Benefit(BenefitKind.AmountOff, 100),
        }));
        await mediator.Send(new SetPromotionStatusCommand(Caller.Operator, promotion.Value.Id, PromotionStatus.Active));
    }

    private static async Task PostAsync(BenchPortal portal, ConcurrentDictionary<long, long> answered)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{portal.Port}") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", portal.Token);
        await Task.WhenAll(Enumerable.Range(0, Posters).Select(async poster =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds((double)Posters / TapsPerSecond));
            for (var n = poster; n < TapsPerSecond * Seconds && await timer.WaitForNextTickAsync(); n += Posters)
            {
                using var answer = await http.PostAsJsonAsync("/api/v1/transactions", new
                {
                    id = $"l-{n}",
                    terminalId = BenchPortal.TerminalId(n),
                    kind = "purchase",
                    paymentId = Bodies.PaymentId(n),
                    amountMinor = 1_000,
                    currency = "CNY",
                    occurredAt = TimeProvider.System.GetUtcNow(),
                });
                var outcome = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
                answered[outcome.GetProperty("position").GetInt64()] = Stopwatch.GetTimestamp();
            }
        }));
    }

    /// <summary>Reads new offers as the inbox would find them: after their commit.</summary>
    private static async Task WatchAsync(
        BenchPortal portal, ConcurrentDictionary<long, long> visible, CancellationToken cancellationToken)
    {
        long last = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            await using var scope = portal.App.Services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            var rows = await database.Set<Offer>().AsNoTracking().Where(offer => offer.Number > last)
                .OrderBy(offer => offer.Number).Select(offer => new { offer.Number, offer.TriggerPosition }).ToListAsync();
            var now = Stopwatch.GetTimestamp();
            foreach (var row in rows)
            {
                visible.TryAdd(row.TriggerPosition, now);
                last = row.Number;
            }

            await Task.Delay(10);
        }
    }
}
