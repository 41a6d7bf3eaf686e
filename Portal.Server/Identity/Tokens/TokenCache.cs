using System.Collections.Concurrent;
using System.Security.Claims;

namespace Portal.Server.Identity.Tokens;

/// <summary>
/// Remembers for a short while which tokens were found valid: a till posts thousands of times with the same token, and
/// checking its signature each time costs more than recording the tap.
/// </summary>
internal sealed class TokenCache(TimeProvider time)
{
    /// <summary>A revoked or expired token may still be taken for this long.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    /// <summary>Only valid tokens get in, so that nobody can fill it from outside; past this it starts anew.</summary>
    private const int Limit = 10_000;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public ClaimsPrincipal? Find(string token) =>
        _entries.TryGetValue(token, out var entry) && time.GetElapsedTime(entry.Checked) < Freshness
            ? entry.Principal
            : null;

    public void Keep(string token, ClaimsPrincipal principal)
    {
        if (_entries.Count >= Limit)
        {
            _entries.Clear();
        }

        _entries[token] = new Entry(principal, time.GetTimestamp());
    }

    private sealed record Entry(ClaimsPrincipal Principal, long Checked);
}
