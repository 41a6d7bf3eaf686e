using Portal.Shared.Offers;

namespace Portal.Server.Offers.Domain;

/// <summary>What a merchant, or the operator itself [0043], wants to tell the right people.</summary>
internal sealed class Promotion
{
    public const int NameLength = 120;

    public int Id { get; init; }

    /// <summary>The owner; null for the operator.</summary>
    public int? MerchantId { get; init; }

    public required string Name { get; set; }

    public PromotionStatus Status { get; private set; }

    /// <summary>
    /// Number of its current <see cref="PromotionVersion"/>; two people editing at once are told apart by it.
    /// </summary>
    public int Version { get; private set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public PromotionVersion Change(string definition, DateTimeOffset at)
    {
        Version++;
        UpdatedAt = at;
        return new PromotionVersion { Promotion = this, Version = Version, Definition = definition, SavedAt = at };
    }

    /// <summary>False where there is no way from one status to the other: an ended promotion stays ended.</summary>
    public bool TryMoveTo(PromotionStatus status, DateTimeOffset at)
    {
        var isAllowed = (Status, status) switch
        {
            (PromotionStatus.Ended, _) or (_, PromotionStatus.Draft) => false,
            (PromotionStatus.Draft, PromotionStatus.Paused) => false,
            _ => true,
        };
        if (isAllowed)
        {
            Status = status;
            UpdatedAt = at;
        }

        return isAllowed;
    }
}

/// <summary>
/// A definition as it once stood; never changed, so that every offer can be explained by its own rules.
/// </summary>
internal sealed class PromotionVersion
{
    public int PromotionId { get; init; }

    public Promotion? Promotion { get; init; }

    public required int Version { get; init; }

    /// <summary>The definition as JSON.</summary>
    public required string Definition { get; init; }

    public required DateTimeOffset SavedAt { get; init; }
}

/// <summary>
/// Where a promotion's counters stand. Moved only by conditional updates, so that a cap of N gives exactly N.
/// </summary>
internal sealed class PromotionCounters
{
    public int PromotionId { get; init; }

    public Promotion? Promotion { get; init; }

    /// <summary>The version whose offers may be counted; 0 while no offers may be made.</summary>
    public int ActiveVersion { get; init; }

    /// <summary>Offers made and not withdrawn.</summary>
    public long Made { get; init; }

    /// <summary>Offers redeemed and not voided.</summary>
    public long Redeemed { get; init; }

    public long ReservedMinor { get; init; }

    public long SpentMinor { get; init; }
}

/// <summary>Offers of one local day, for the daily cap.</summary>
internal sealed class PromotionDay
{
    public int PromotionId { get; init; }

    public Promotion? Promotion { get; init; }

    public required DateOnly Day { get; init; }

    public int Made { get; init; }
}

/// <summary>
/// Who was refused on a local day, at which step and why; the last refusal's reason, and how many there were.
/// </summary>
internal sealed class Refusal
{
    public const int ReasonLength = 40;
    public const int ValuesLength = 400;

    public int PromotionId { get; init; }

    public Promotion? Promotion { get; init; }

    public required long SubscriberId { get; init; }

    public required DateOnly Day { get; init; }

    public required WaterfallStep Step { get; set; }

    public required string Reason { get; set; }

    public required string Values { get; set; }

    public int Count { get; set; }

    public required DateTimeOffset LastAt { get; set; }
}
