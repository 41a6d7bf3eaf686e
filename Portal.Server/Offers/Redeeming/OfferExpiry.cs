using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Offers.Domain;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Time;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Redeeming;

/// <summary>Once a minute: sets free what expired offers had reserved, and forgets old refusals.</summary>
internal sealed partial class OfferExpiry(
    IServiceScopeFactory scopes, TimeProvider time, ILogger<OfferExpiry> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<OfferSweep>().RunAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sweeping expired offers failed; the next minute tries again")]
    private partial void Failed(Exception exception);
}

internal sealed class OfferSweep(
    PortalDbContext database, OfferEndings endings, OperatorClock clock, IOptions<OffersOptions> options)
{
    /// <summary>
    /// A tap within the validity may still be on its way through ledger and statistics: the reservation waits for it.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>Offers of one transaction: it must not hold the write lock for long.</summary>
    private const int BatchSize = 500;

    /// <summary>Ends what has expired; returns how many offers.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var ended = 0;
        while (true)
        {
            var limit = clock.Now - Grace;
            var open = await database.Set<Offer>()
                .Where(offer => offer.State == OfferState.Open && offer.ValidUntil < limit)
                .OrderBy(offer => offer.ValidUntil).Take(BatchSize).ToListAsync(cancellationToken);
            if (open.Count == 0)
            {
                break;
            }

            var done = await endings.TryEndAsync(
                open, OfferState.Expired, clock.Now, WritePriority.Derived, cancellationToken);
            ended += done ? open.Count : 0;
            if (!done || open.Count < BatchSize)
            {
                break;
            }
        }

        var oldest = clock.Today.AddDays(-options.Value.KeepRefusalsDays);
        if (await database.Set<Refusal>().AnyAsync(refusal => refusal.Day < oldest, cancellationToken))
        {
            await using var transaction = await database.BeginWriteAsync(WritePriority.Derived, cancellationToken);
            await database.Set<Refusal>().Where(refusal => refusal.Day < oldest).ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return ended;
    }
}
