using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Domain.Audience;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Matching;

/// <summary>Why: for the operator rule, values and steps; for the subscriber plain words.</summary>
internal static class Reasons
{
    public static OfferReasons Of(Walk walk, string trigger) => new(
        walk.Candidate.Promotion.Version, trigger, walk.Candidate.Score, walk.Conditions, walk.Steps);

    public static string Describe(Tap tap) =>
        $"tap {tap.Purchase.Position} of {tap.NetMinor} minor units, category {tap.Purchase.CategoryId}, "
        + $"outlet {tap.Purchase.OutletId}, {tap.Local:yyyy-MM-dd HH:mm}";

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Why(Tap tap, Walk walk)
    {
        IReadOnlyList<Wording> words =
        [
            new($"You paid at {tap.Place}.", $"您在{tap.Place}消费过。"),
            .. walk.Candidate.Promotion.Audience.Why(walk.Candidate.Facts!),
        ];
        return new Dictionary<string, IReadOnlyList<string>>
        {
            ["en"] = [.. words.Select(wording => wording.En).Distinct()],
            ["zh-CN"] = [.. words.Select(wording => wording.Zh).Distinct()],
        };
    }
}
