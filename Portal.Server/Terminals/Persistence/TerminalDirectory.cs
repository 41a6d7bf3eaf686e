using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform.Database;
using Portal.Server.Terminals.Contracts;
using Portal.Server.Terminals.Domain;
using Portal.Shared.Terminals;

namespace Portal.Server.Terminals.Persistence;

/// <summary>
/// Keeps all terminals in memory (about 200 bytes each: a million fit), because each posted transaction asks.
/// </summary>
internal sealed class TerminalDirectory(IServiceScopeFactory scopes, TimeProvider time) : ITerminalDirectory, IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Snapshot? _snapshot;

    public async ValueTask<TerminalRecord?> FindAsync(string code, CancellationToken cancellationToken) =>
        (await CurrentAsync(cancellationToken)).ByCode.GetValueOrDefault(code);

    public async ValueTask<TerminalRecord?> FindAsync(int id, CancellationToken cancellationToken) =>
        (await CurrentAsync(cancellationToken)).ById.GetValueOrDefault(id);

    public void Refresh() => _snapshot = null;

    public void Dispose() => _loading.Dispose();

    private ValueTask<Snapshot> CurrentAsync(CancellationToken cancellationToken) =>
        _snapshot is { } snapshot && time.GetElapsedTime(snapshot.LoadedAt) < ITerminalDirectory.Freshness
            ? new ValueTask<Snapshot>(snapshot)
            : new ValueTask<Snapshot>(LoadAsync(cancellationToken));

    private async Task<Snapshot> LoadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (_snapshot is { } fresh && time.GetElapsedTime(fresh.LoadedAt) < ITerminalDirectory.Freshness)
            {
                return fresh;
            }

            // The stamp is taken before reading: what changes meanwhile counts as old.
            var stamp = time.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            var rows = await database.Set<Terminal>().AsNoTracking().ToListAsync(cancellationToken);
            var records = rows.ConvertAll(row => new TerminalRecord(
                row.Id,
                row.Code,
                row.MerchantId,
                row.OutletId,
                row.Kind,
                row.Mcc,
                row.Status == TerminalStatus.Active));
            var loaded = new Snapshot(
                records.ToDictionary(record => record.Code, StringComparer.Ordinal),
                records.ToDictionary(record => record.Id),
                stamp);
            _snapshot = loaded;
            return loaded;
        }
        finally
        {
            _loading.Release();
        }
    }

    private sealed record Snapshot(
        Dictionary<string, TerminalRecord> ByCode, Dictionary<int, TerminalRecord> ById, long LoadedAt);
}
