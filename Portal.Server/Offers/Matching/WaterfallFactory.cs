using System.Buffers.Binary;
using Microsoft.Extensions.Options;
using Portal.Server.Offers.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Server.Platform.Privacy;

namespace Portal.Server.Offers.Matching;

/// <summary>Makes the waterfall over a book of caps.</summary>
internal sealed class WaterfallFactory(PersonalData keys, IDeliveryOutbox outbox, IOptions<OffersOptions> options)
{
    public Waterfall Create(CapBook book) => new(
        book,
        new MessageCaps(options.Value.MessagesPerDay, options.Value.MessagesPerWeek),
        IsHeldOut,
        (profile, channels) => outbox.Reachable(profile.Registration, channels));

    /// <summary>
    /// A keyed hash of promotion and subscriber: the same on every node and at every time, another group for every
    /// promotion, and nobody without the key can tell who is in it.
    /// </summary>
    private bool IsHeldOut(RunningPromotion promotion, long subscriberId)
    {
        var hash = keys.Hash("holdout:", $"{promotion.Id}:{subscriberId}");
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) % 100 < promotion.Definition.Limits.HoldoutPercent;
    }
}
