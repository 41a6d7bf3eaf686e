using MediatR;
using Microsoft.Extensions.Options;
using Portal.Server.Demo.Seeding;
using Portal.Server.Demo.Town;
using Portal.Server.Ledger.LastSequences;
using Portal.Server.Ledger.RecordTransactions;
using Portal.Server.Platform.Http;
using Portal.Server.Platform.Time;
using Portal.Server.Terminals.Contracts;

namespace Portal.Server.Demo.Living;

/// <summary>The town in real time: taps one by one, and people who come back with an offer in hand.</summary>
internal sealed partial class LivingTown(
    IServiceScopeFactory scopes,
    TownPosts posts,
    OperatorClock clock,
    TimeProvider time,
    IOptions<DemoOptions> options,
    ILogger<LivingTown> logger)
{
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(5);

    public async Task RunAsync(TownPlan plan, int starts, CancellationToken cancellationToken)
    {
        if (options.Value.Pace <= 0)
        {
            return;
        }

        var life = new TownLife(plan, $"s{starts}", await SequencesAsync(plan, cancellationToken));
        var returns = new ReturnVisits(plan, new TownDice(plan.Seed, starts), clock.Now);
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Pause(life), time, cancellationToken);
            try
            {
                await TapAsync(life, returns, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Missed(exception);
                await Task.Delay(_longestPause, time, cancellationToken);
            }
        }
    }

    private async Task TapAsync(TownLife life, ReturnVisits returns, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.Now;
        var tap = await returns.DueAsync(scope.ServiceProvider, life, now, cancellationToken) ?? life.NextTap(now);
        var command = new RecordTransactionsCommand(Caller.Operator, [posts.Of(tap)]);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var recorded = await mediator.Send(command, cancellationToken);
        if ((recorded.Error ?? recorded.Value[0].Error) is { } error)
        {
            Refused(error.Code);
        }

        returns.Remember(tap, now);
    }

    /// <summary>Taps come at random, as many a second as the hour of day has.</summary>
    private TimeSpan Pause(TownLife life)
    {
        var perSecond = life.TapsPerSecond(clock.Now) * options.Value.Pace;
#pragma warning disable CA5394 // Chance for a show needs no cryptography.
        var pause = TimeSpan.FromSeconds(-Math.Log(1 - Random.Shared.NextDouble()) / perSecond);
#pragma warning restore CA5394
        return pause < _longestPause ? pause : _longestPause;
    }

    private async Task<Dictionary<string, long>> SequencesAsync(TownPlan plan, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var directory = scope.ServiceProvider.GetRequiredService<ITerminalDirectory>();
        var lasts = (await mediator.Send(new LastSequencesQuery(), cancellationToken)).Value;
        var sequences = new Dictionary<string, long>();
        foreach (var terminal in plan.Terminals)
        {
            if (await directory.FindAsync(terminal.Code, cancellationToken) is { } known
                && lasts.TryGetValue(known.Id, out var last))
            {
                sequences[terminal.Code] = last;
            }
        }

        return sequences;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A tap of the demo town was refused: {Code}")]
    private partial void Refused(string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A tap of the demo town was missed")]
    private partial void Missed(Exception exception);
}
