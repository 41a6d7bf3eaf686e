using Portal.Server.Ledger.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Merchants.Contracts;

namespace Portal.Server.Offers.Matching;

/// <summary>Everything that matching one batch of the ledger needs, read before the write transaction begins.</summary>
internal sealed class MatchingBatch
{
    public required Checkpoint From { get; init; }

    public required Checkpoint To { get; init; }

    public required long BindingPosition { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>What the entries changed, on old purchases and new ones.</summary>
    public required IReadOnlyList<NetChange> Changes { get; init; }

    /// <summary>
    /// New purchases of known subscribers that were not taken back at once, in the order of the ledger.
    /// </summary>
    public required IReadOnlyList<Tap> Taps { get; init; }

    /// <summary>Those that came too late to cause anything.</summary>
    public required IReadOnlySet<Tap> Late { get; init; }

    public required IReadOnlyList<RunningPromotion> Running { get; init; }

    /// <summary>The versions of the offers that could be redeemed.</summary>
    public required IReadOnlyDictionary<(int Id, int Version), RunningPromotion> Versions { get; init; }

    public required IReadOnlyDictionary<int, OutletRecord> Outlets { get; init; }

    public required IReadOnlyDictionary<long, Profile> Profiles { get; init; }

    public required CapBook Book { get; init; }

    /// <summary>
    /// Offers, tracked: open ones of the subscribers, those caused and those redeemed by changed purchases.
    /// </summary>
    public required IReadOnlyDictionary<Guid, Offer> Offers { get; init; }

    /// <summary>Standing redemptions, tracked, by the purchase that made them.</summary>
    public required IReadOnlyDictionary<(int TerminalId, string TransactionId), Redemption> Redemptions { get; init; }

    /// <summary>Today's refusals of these subscribers, tracked.</summary>
    public required Dictionary<(int PromotionId, long SubscriberId), Refusal> Refusals { get; init; }

    public MatchingWork Work { get; } = new();
}

/// <summary>What the batch decided to write, beside the changes of tracked rows.</summary>
internal sealed class MatchingWork
{
    public List<MadeOffer> Made { get; } = [];

    public List<Redemption> Redeemed { get; } = [];

    public List<Refusal> Refused { get; } = [];

    /// <summary>Offers whose unsent messages are called back.</summary>
    public List<Guid> Cancelled { get; } = [];
}

/// <summary>A new offer, and what carries it.</summary>
internal sealed record MadeOffer(Offer Offer, Walk Walk);
