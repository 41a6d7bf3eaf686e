using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Demo.Domain;
using Portal.Server.Demo.Living;
using Portal.Server.Demo.Promotions;
using Portal.Server.Demo.Seeding;
using Portal.Server.Demo.Start;
using Portal.Server.Demo.Town;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;

namespace Portal.Server.Demo;

/// <summary>
/// Makes the town on an empty database while the portal serves already, and then lives in it. Each step is kept, so that
/// a start after a crash goes on where the last one ended.
/// </summary>
internal sealed partial class DemoTown(
    IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime,
    Settling settling,
    History history,
    LivingTown living,
    DemoConsole console,
    OperatorClock clock,
    IOptions<DemoOptions> options,
    ILogger<DemoTown> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            if (await FindOrFoundAsync(stoppingToken) is { } state)
            {
                var plan = await Task.Run(() => TownPlan.Create(state.Seed, state.Subscribers, state.Merchants), stoppingToken);
                await SettleAsync(plan, state, stoppingToken);
                await living.RunAsync(plan, state.Starts, stoppingToken);
            }
            else
            {
                console.StaysAway();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped; the next start goes on from here.
        }
        catch (Exception exception)
        {
            // The town is a show: when it stumbles, the portal itself goes on serving.
            Stumbled(exception);
        }
    }

    private async Task SettleAsync(TownPlan plan, DemoState state, CancellationToken cancellationToken)
    {
        if (!state.IsSettled)
        {
            await settling.OpenShopsAsync(plan, cancellationToken);
        }

        await InScopeAsync<DemoAccounts>(accounts => accounts.EnsureAsync(cancellationToken));
        console.Welcome(isNew: !state.HasHistory);
        if (!state.IsSettled)
        {
            await settling.MoveInAsync(plan, cancellationToken);
            await InScopeAsync<PromotionShelf>(shelf => shelf.FillAsync(cancellationToken));
            await MarkAsync(row => row.IsSettled = true, cancellationToken);
        }

        if (!state.HasHistory)
        {
            console.HistoryBegins(state);
            await history.PostAsync(plan, state, cancellationToken);
            await MarkAsync(row => row.HasHistory = true, cancellationToken);
        }
    }

    /// <summary>The town of this database; null when the database holds something else.</summary>
    private async Task<DemoState?> FindOrFoundAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var state = await database.Set<DemoState>().SingleOrDefaultAsync(cancellationToken);
        if (state is null)
        {
            var merchants = await scope.ServiceProvider.GetRequiredService<IMerchantDirectory>().MerchantsAsync(cancellationToken);
            var head = await scope.ServiceProvider.GetRequiredService<ILedgerReader>().HeadAsync(cancellationToken);
            if (merchants.Count > 0 || head > 0)
            {
                return null;
            }

            state = Found();
            database.Add(state);
        }

        state.Starts++;
        await database.SaveChangesAsync(cancellationToken);
        return state;
    }

    private DemoState Found()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(clock.Now.ToUnixTimeSeconds());
        return new DemoState
        {
            Seed = options.Value.Seed,
            Subscribers = options.Value.Subscribers,
            Merchants = options.Value.Merchants,
            From = now.AddDays(-options.Value.Days),
            To = now,
        };
    }

    private async Task MarkAsync(Action<DemoState> change, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        change(await database.Set<DemoState>().SingleAsync(cancellationToken));
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task InScopeAsync<TService>(Func<TService, Task> work)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The demo town stumbled; the portal goes on without it")]
    private partial void Stumbled(Exception exception);
}
