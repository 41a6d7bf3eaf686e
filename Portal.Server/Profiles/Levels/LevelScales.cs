using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Database;
using Portal.Server.Profiles.Domain;
using Portal.Server.Subscribers.Contracts;

namespace Portal.Server.Profiles.Levels;

/// <summary>
/// Keeps the level scale of a day in memory. It is measured on the whole population, which hardly moves within minutes:
/// it is measured again after <see cref="Freshness"/>, and for another day.
/// </summary>
internal sealed class LevelScales(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    private const int PageSize = 10_000;

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
        var from = CalendarNumber.OfDay(asOf.AddDays(1 - LevelScale.Days));
        var to = CalendarNumber.OfDay(asOf);
        var spent = await database.Set<ActivityRow>()
            .Where(row => row.Day >= from && row.Day <= to)
            .GroupBy(row => row.SubscriberId)
            .Select(rows => rows.Sum(row => row.AmountMinor))
            .ToListAsync(cancellationToken);
        var arpus = await ArpusAsync(
            scope.ServiceProvider.GetRequiredService<ISubscriberDirectory>(), cancellationToken);
        return new LevelScale(
            new QuintileScale([.. spent.Where(amount => amount > 0)]), new QuintileScale([.. arpus]));
    }

    private static async Task<List<long>> ArpusAsync(
        ISubscriberDirectory directory, CancellationToken cancellationToken)
    {
        var arpus = new List<long>();
        var after = 0L;
        while (true)
        {
            var page = await directory.ScanAsync(after, PageSize, cancellationToken);
            if (page.Count == 0)
            {
                return arpus;
            }

            arpus.AddRange(page.Where(row => row.ArpuMinor is not null).Select(row => row.ArpuMinor!.Value));
            after = page[^1].SubscriberId;
        }
    }

    private sealed record Measured(DateOnly AsOf, long Stamp, LevelScale Scale);
}
