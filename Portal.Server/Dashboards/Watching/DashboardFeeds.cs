using System.Collections.Concurrent;
using Portal.Server.Dashboards.Domain;
using Portal.Server.Dashboards.Following;

namespace Portal.Server.Dashboards.Watching;

/// <summary>The feed of each scope that anybody has watched; as many as merchants have accounts.</summary>
internal sealed class DashboardFeeds(LiveBoards boards, BackgroundNumbers background, DashboardCalendar calendar)
{
    private readonly string _source = Guid.CreateVersion7().ToString("N")[^12..];
    private readonly ConcurrentDictionary<DashboardScope, DashboardFeed> _feeds = new();

    public DashboardFeed Of(DashboardScope scope) =>
        _feeds.GetOrAdd(scope, key => new DashboardFeed(key, _source, boards, background, calendar));
}
