namespace Portal.Server.Dashboards.Watching;

/// <summary>Counts who is watching, so that ticks are made for them only.</summary>
internal sealed class DashboardAudience
{
    /// <summary>Open dashboards of one node: each costs a connection and a copy of every tick.</summary>
    public const int Limit = 5_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<DashboardScope, int> _watching = [];
    private int _all;

    /// <summary>False when the node has as many dashboards as it may.</summary>
    public bool TryJoin(DashboardScope scope)
    {
        lock (_lock)
        {
            if (_all == Limit)
            {
                return false;
            }

            _all++;
            _watching[scope] = _watching.GetValueOrDefault(scope) + 1;
            return true;
        }
    }

    public void Leave(DashboardScope scope)
    {
        lock (_lock)
        {
            _all--;
            if (--_watching[scope] == 0)
            {
                _watching.Remove(scope);
            }
        }
    }

    public IReadOnlyList<DashboardScope> Watched()
    {
        lock (_lock)
        {
            return [.. _watching.Keys];
        }
    }
}
