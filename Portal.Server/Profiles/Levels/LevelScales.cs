using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Database;
using Portal.Server.Profiles.Domain;
using Portal.Server.Subscribers.Contracts;

namespace Portal.Server.Profiles.Levels;

/// <summary>
/// Keeps the level scale of a day in memory. A population hardly moves within minutes: it is measured again after
/// <see cref="Freshness"/>, and for another day. Everybody is measured as long as there are at most
/// <see cref="SampleSize"/>; of more, blocks spread evenly over all, which costs the same for a hundred thousand
/// and for ten million.
/// </summary>
internal sealed class LevelScales(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    private const int SampleSize = 20_000;

    /// <summary>Subscribers of one query.</summary>
    private const int BlockSize = 200;

    private readonly SemaphoreSlim _measuring = new(1, 1);
    private volatile Measured? _latest;

    public async ValueTask<LevelScale> OfAsync(DateOnly asOf, CancellationToken cancellationToken)
    {
        if (Fresh(asOf) is { } fresh)
        {
            return fresh;
        }

        await _measuring.WaitAsync(cancellationToken);
        try
        {
            if (Fresh(asOf) is { } meanwhile)
            {
                return meanwhile;
            }

            var stamp = time.GetTimestamp();
            var scale = await MeasureAsync(asOf, cancellationToken);
            _latest = new Measured(asOf, stamp, scale);
            return scale;
        }
        finally
        {
            _measuring.Release();
        }
    }

    public void Dispose() => _measuring.Dispose();

    private LevelScale? Fresh(DateOnly asOf) =>
        _latest is { } latest && latest.AsOf == asOf && time.GetElapsedTime(latest.Stamp) < Freshness
            ? latest.Scale
            : null;

    private async Task<LevelScale> MeasureAsync(DateOnly asOf, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var directory = scope.ServiceProvider.GetRequiredService<ISubscriberDirectory>();
        var lastId = await database.Set<ActivityRow>()
            .MaxAsync(row => (long?)row.SubscriberId, cancellationToken) ?? 0;
        // Numbers are given one after the other; a block that begins in a gap goes on behind it.
        var stride = lastId <= SampleSize ? 0 : lastId / (SampleSize / BlockSize);
        var spent = new List<long>();
        var arpus = new List<long>();
        var after = 0L;
        while (await directory.ScanAsync(after, BlockSize, cancellationToken) is { Count: > 0 } block)
        {
            arpus.AddRange(block.Where(row => row.ArpuMinor is not null).Select(row => row.ArpuMinor!.Value));
            var ids = (block[0].SubscriberId, block[^1].SubscriberId);
            spent.AddRange(await SpentAsync(database, ids, asOf, cancellationToken));
            after = Math.Max(block[^1].SubscriberId, after + stride);
        }

        return new LevelScale(new QuintileScale([.. spent]), new QuintileScale([.. arpus]));
    }

    private static Task<List<long>> SpentAsync(
        PortalDbContext database, (long First, long Last) ids, DateOnly asOf, CancellationToken cancellationToken)
    {
        var from = CalendarNumber.OfDay(asOf.AddDays(1 - LevelScale.Days));
        var to = CalendarNumber.OfDay(asOf);
        return database.Set<ActivityRow>()
            .Where(row => row.SubscriberId >= ids.First && row.SubscriberId <= ids.Last)
            .Where(row => row.Day >= from && row.Day <= to)
            .GroupBy(row => row.SubscriberId)
            .Select(rows => rows.Sum(row => row.AmountMinor))
            .Where(amount => amount > 0)
            .ToListAsync(cancellationToken);
    }

    private sealed record Measured(DateOnly AsOf, long Stamp, LevelScale Scale);
}
