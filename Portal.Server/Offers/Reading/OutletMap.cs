using Portal.Server.Merchants.Contracts;

namespace Portal.Server.Offers.Reading;

/// <summary>
/// Where the outlets are, from memory; what another node changed is seen after <see cref="_freshness"/>.
/// </summary>
internal sealed class OutletMap(TimeProvider time)
{
    private static readonly TimeSpan _freshness = TimeSpan.FromSeconds(5);

    private volatile Snapshot? _snapshot;

    /// <summary>
    /// All outlets by number; read again when old, or when <paramref name="needed"/> holds an unknown one.
    /// </summary>
    public async ValueTask<IReadOnlyDictionary<int, OutletRecord>> GetAsync(
        IMerchantDirectory merchants, IReadOnlyCollection<int> needed, CancellationToken cancellationToken)
    {
        if (_snapshot is { } kept
            && time.GetElapsedTime(kept.ReadAt) < _freshness && needed.All(kept.Outlets.ContainsKey))
        {
            return kept.Outlets;
        }

        var readAt = time.GetTimestamp();
        var outlets = await merchants.OutletsAsync(cancellationToken);
        _snapshot = new Snapshot(outlets, readAt);
        return outlets;
    }

    private sealed record Snapshot(IReadOnlyDictionary<int, OutletRecord> Outlets, long ReadAt);
}
