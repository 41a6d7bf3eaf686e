using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Inbox.Domain;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Privacy;
using Portal.Server.Platform.Time;
using Portal.Shared.Inbox;

namespace Portal.Server.Inbox.SignIn;

/// <summary>Who is signed in on this browser.</summary>
/// <param name="FormToken">Must come back with each form: another site cannot know it.</param>
internal sealed record Visitor(long SubscriberId, string FormToken);

/// <summary>The inbox's own cookie; apart from the portal's, and only sent to the inbox.</summary>
internal sealed class InboxSessions(
    PortalDbContext database, PersonalData personalData, OperatorClock clock, IOptions<InboxOptions> options)
{
    public const string CookieName = "inbox";

    private const int TokenBytes = 24;
    private const int MaxTokenLength = 64;

    public async Task<Visitor?> FindAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 and <= MaxTokenLength } token)
        {
            return null;
        }

        var (hash, now) = (HashOf(token), clock.Now);
        var subscriber = await database.Set<InboxSession>()
            .Where(session => session.TokenHash == hash && session.ExpiresAt > now)
            .Select(session => (long?)session.SubscriberId)
            .SingleOrDefaultAsync(cancellationToken);
        return subscriber is { } id ? new Visitor(id, FormTokenOf(token)) : null;
    }

    public async Task BeginAsync(HttpContext http, long subscriberId, CancellationToken cancellationToken)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        var now = clock.Now;
        await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
        await database.Set<InboxSession>().Where(session => session.ExpiresAt <= now)
            .ExecuteDeleteAsync(cancellationToken);
        await database.Set<SignInCode>().Where(code => code.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var oldest = now - (2 * options.Value.LimitSpan);
        await database.Set<InboxThrottle>().Where(row => row.Since <= oldest).ExecuteDeleteAsync(cancellationToken);
        database.Add(new InboxSession
        {
            TokenHash = HashOf(token),
            SubscriberId = subscriberId,
            ExpiresAt = now + options.Value.SessionLifetime,
        });
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        http.Response.Cookies.Append(CookieName, token, Cookie(http, options.Value.SessionLifetime));
    }

    public async Task EndAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.Cookies[CookieName] is { Length: > 0 and <= MaxTokenLength } token)
        {
            var hash = HashOf(token);
            await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
            await database.Set<InboxSession>().Where(session => session.TokenHash == hash)
                .ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        http.Response.Cookies.Delete(CookieName, Cookie(http, null));
    }

    private byte[] HashOf(string token) => personalData.Hash("inbox-session:", token);

    private string FormTokenOf(string token) =>
        WebEncoders.Base64UrlEncode(personalData.Hash("inbox-form:", token));

    private static CookieOptions Cookie(HttpContext http, TimeSpan? lifetime) => new()
    {
        Path = InboxPaths.Home,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = lifetime,
        IsEssential = true,
    };
}
