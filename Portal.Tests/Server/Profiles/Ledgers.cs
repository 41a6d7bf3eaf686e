using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Ledger.Projecting;
using Portal.Server.Platform.Database;
using Portal.Server.Profiles.Domain;
using Portal.Server.Subscribers.CreateBinding;
using Portal.Shared.Ledger;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Profiles;

/// <summary>Posting and reading back, as the tests of statistics need it.</summary>
internal static class Ledgers
{
    public static async Task PostAsync(this HttpClient till, params IEnumerable<TransactionPost> taps)
    {
        foreach (var batch in taps.Chunk(1_000))
        {
            var answer = await till.PostAsJsonAsync("/api/v1/transactions/batch", batch, Town.Json);
            var outcome = await answer.Content.ReadFromJsonAsync<BatchOutcome>(Town.Json);
            Assert.Equal(0, outcome!.Rejected);
        }
    }

    /// <summary>Brings the statistics up to date at once, beside the runner.</summary>
    public static Task CatchUpAsync(this PortalUnderTest portal) => portal.SendAsync(new CatchUpProjectionsCommand());

    public static Task BindAsync(
        this PortalUnderTest portal, long subscriber, string paymentId, DateTimeOffset? from = null) =>
        portal.SendAsync(new CreateBindingCommand(subscriber, paymentId, from));

    /// <summary>Fails with the differences in words, if there are any.</summary>
    public static async Task AssertVerifiedAsync(this PortalUnderTest portal)
    {
        var verifications = await portal.SendAsync(new VerifyProjectionsQuery());
        Assert.NotEmpty(verifications);
        Assert.Empty(verifications.SelectMany(verification => verification.Outcome.Differences));
    }

    /// <summary>Every row of both tables of these subscribers, as text, in order.</summary>
    public static Task<List<string>> RowsAsync(this PortalUnderTest portal, params IReadOnlyList<long> subscribers) =>
        portal.InScopeAsync<PortalDbContext, List<string>>(async database =>
        {
            var statistics = await database.Set<StatisticRow>().AsNoTracking()
                .Where(row => subscribers.Contains(row.SubscriberId)).ToListAsync();
            var activity = await database.Set<ActivityRow>().AsNoTracking()
                .Where(row => subscribers.Contains(row.SubscriberId)).ToListAsync();
            return
            [
                .. statistics.Select(row =>
                        $"{row.SubscriberId} {row.Month} {row.CategoryId}: {row.Count} {row.AmountMinor}")
                    .Concat(activity.Select(row =>
                        $"{row.SubscriberId} {row.Day} {row.Hour} {row.OutletId} {row.MerchantId} {row.CategoryId}: "
                        + $"{row.Count} {row.AmountMinor}"))
                    .Order(StringComparer.Ordinal),
            ];
        });
}
