using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Inbox.Domain;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Privacy;
using Portal.Server.Platform.Time;

namespace Portal.Server.Inbox.SignIn;

/// <summary>
/// Counts in the database, by one conditional update each, so that any number of nodes and of requests at once together
/// get no more than the limit. Whether a number is a subscriber's makes no difference here.
/// </summary>
internal sealed class Throttle(
    PortalDbContext database, PersonalData personalData, OperatorClock clock, IOptions<InboxOptions> options)
{
    /// <summary>Whether there were too many already; counts nothing.</summary>
    public Task<bool> IsExhaustedAsync(string what, string who, int limit, CancellationToken cancellationToken)
    {
        var key = KeyOf(what, who);
        var oldest = clock.Now - options.Value.LimitSpan;
        return database.Set<InboxThrottle>()
            .AnyAsync(row => row.Key == key && row.Since > oldest && row.Count >= limit, cancellationToken);
    }

    /// <summary>Whether one more is allowed; it is counted at once.</summary>
    public async Task<bool> AdmitAsync(string what, string who, int limit, CancellationToken cancellationToken)
    {
        var key = KeyOf(what, who);
        var now = clock.Now;
        var oldest = now - options.Value.LimitSpan;
        await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
        var admitted = await AdmitAsync(key, limit, now, oldest, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return admitted;
    }

    private byte[] KeyOf(string what, string who) => personalData.Hash("inbox-throttle:", $"{what}:{who}");

    private async Task<bool> AdmitAsync(
        byte[] key, int limit, DateTimeOffset now, DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        var rows = database.Set<InboxThrottle>().Where(row => row.Key == key);
        var counted = await rows.Where(row => row.Since > oldest && row.Count < limit)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Count, row => row.Count + 1), cancellationToken);
        if (counted == 0)
        {
            counted = await rows.Where(row => row.Since <= oldest)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Since, now).SetProperty(row => row.Count, 1), cancellationToken);
        }

        if (counted > 0)
        {
            return true;
        }

        return !await rows.AnyAsync(cancellationToken) && await BeginAsync(key, now, cancellationToken);
    }

    private async Task<bool> BeginAsync(byte[] key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = new InboxThrottle { Key = key, Since = now, Count = 1 };
        database.Add(row);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Somebody with the same key began at the same moment: this one is refused, and may ask again.
            return false;
        }
        finally
        {
            database.Entry(row).State = EntityState.Detached;
        }
    }
}
