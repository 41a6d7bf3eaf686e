using MediatR;
using Portal.Server.Demo.Domain;
using Portal.Server.Demo.Start;
using Portal.Server.Demo.Town;
using Portal.Server.Ledger.RecordTransactions;
using Portal.Server.Platform.Http;

namespace Portal.Server.Demo.Seeding;

/// <summary>
/// Posts the town's past the way terminals post, several batches under way at a time. The ids are fixed by the seed: what
/// a start that was killed has posted already counts as duplicate.
/// </summary>
internal sealed class History(IServiceScopeFactory scopes, TownPosts posts, DemoConsole console)
{
    private const int InFlight = 8;

    public async Task PostAsync(TownPlan plan, DemoState state, CancellationToken cancellationToken)
    {
        var underWay = new Queue<Task>();
        var posted = 0L;
        var span = state.To - state.From;
        // Generating on a thread of its own keeps it off the one that this host started on.
        await Task.Run(
            async () =>
            {
                foreach (var taps in plan.History(state.From, state.To).Chunk(RecordTransactionsEndpoint.MaxBatch))
                {
                    underWay.Enqueue(PostAsync(taps, cancellationToken));
                    while (underWay.Count >= InFlight)
                    {
                        await underWay.Dequeue();
                    }

                    posted += taps.Length;
                    console.Progress(posted, (taps[^1].OccurredAt - state.From) / span);
                    cancellationToken.ThrowIfCancellationRequested();
                }

                await Task.WhenAll(underWay);
            },
            cancellationToken);
        console.HistoryEnds(posted);
    }

    private async Task PostAsync(TownTap[] taps, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var command = new RecordTransactionsCommand(Caller.Operator, Array.ConvertAll(taps, posts.Of));
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var recorded = await mediator.Send(command, cancellationToken);
        if ((recorded.Error ?? recorded.Value.FirstOrDefault(outcome => outcome.Error is not null).Error) is { } error)
        {
            throw new InvalidOperationException($"The portal refused a tap of the demo town: {error.Message}");
        }
    }
}
