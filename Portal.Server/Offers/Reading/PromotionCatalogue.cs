using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Domain.Audience;
using Portal.Server.Platform.Database;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Reading;

/// <summary>Promotions compiled once per version: a version never changes, so nothing in here grows stale.</summary>
internal sealed class CompiledPromotions : ConcurrentDictionary<(int Id, int Version), RunningPromotion>
{
    /// <summary>
    /// Versions kept, about 10 KB each; beyond it the memory is emptied and fills again with what is used.
    /// </summary>
    public const int Limit = 2_000;
}

/// <summary>Reads promotions through the caller's database context.</summary>
internal sealed class PromotionCatalogue(PortalDbContext database, CompiledPromotions compiled)
{
    /// <summary>All active promotions.</summary>
    public async Task<IReadOnlyList<RunningPromotion>> RunningAsync(CancellationToken cancellationToken)
    {
        var active = await database.Set<Promotion>()
            .Where(promotion => promotion.Status == PromotionStatus.Active)
            .OrderBy(promotion => promotion.Id)
            .Select(promotion => new { promotion.Id, promotion.Version })
            .ToListAsync(cancellationToken);
        var found = await GetAsync([.. active.Select(row => (row.Id, row.Version))], cancellationToken);
        return [.. active.Select(row => found[(row.Id, row.Version)])];
    }

    public async Task<IReadOnlyDictionary<(int Id, int Version), RunningPromotion>> GetAsync(
        IReadOnlyCollection<(int Id, int Version)> versions, CancellationToken cancellationToken)
    {
        if (compiled.Count > CompiledPromotions.Limit)
        {
            compiled.Clear();
        }

        var found = new Dictionary<(int Id, int Version), RunningPromotion>();
        var missing = new List<int>();
        foreach (var key in versions.Distinct())
        {
            if (compiled.TryGetValue(key, out var promotion))
            {
                found[key] = promotion;
            }
            else
            {
                missing.Add(key.Id);
            }
        }

        if (missing.Count > 0)
        {
            foreach (var promotion in await LoadAsync(missing, cancellationToken))
            {
                compiled[(promotion.Id, promotion.Version)] = promotion;
                found[(promotion.Id, promotion.Version)] = promotion;
            }
        }

        return found;
    }

    private async Task<IEnumerable<RunningPromotion>> LoadAsync(
        List<int> promotionIds, CancellationToken cancellationToken)
    {
        var rows = await database.Set<PromotionVersion>()
            .Where(version => promotionIds.Contains(version.PromotionId))
            .Select(version => new
            {
                version.PromotionId,
                version.Version,
                version.Promotion!.MerchantId,
                version.Definition,
            })
            .ToListAsync(cancellationToken);
        return rows.Select(row => Compile(row.PromotionId, row.Version, row.MerchantId, row.Definition));
    }

    private static RunningPromotion Compile(int id, int version, int? merchantId, string json)
    {
        var definition = OffersJson.Read<SavePromotion>(json);
        var (audience, problems) = RuleCompiler.Compile(definition.Audience, merchantId);
        return audience is null
            ? throw new InvalidOperationException($"Promotion {id} version {version}: {problems[0].Message}")
            : new RunningPromotion(id, version, merchantId, definition, audience);
    }
}
