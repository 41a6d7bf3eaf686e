using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Domain;

/// <summary>What is known, at this moment, of whoever is to get a message.</summary>
/// <param name="IsRegistered">Whether the subscriber is still there.</param>
/// <param name="Consents">Whether offers are welcome on this channel.</param>
/// <param name="TimeZone">The subscriber's, else the operator's.</param>
/// <param name="OfferIsOpen">Whether the offer can still be used.</param>
internal sealed record SendingFacts(bool IsRegistered, bool Consents, string TimeZone, bool OfferIsOpen);

/// <summary>Messages that a subscriber has been sent.</summary>
internal readonly record struct Contacts(int Today, int ThisWeek);

internal enum VerdictKind
{
    Send,
    Hold,
    Refuse,
    Expire,
}

/// <summary>Whether a delivery may go now.</summary>
/// <param name="Until">For a hold: when to look again.</param>
/// <param name="TryNextChannel">For a refusal: another channel may be allowed.</param>
internal readonly record struct Verdict(
    VerdictKind Kind, string? Reason = null, DateTimeOffset Until = default, bool TryNextChannel = false);

/// <summary>
/// The rules before each message, asked when it is taken up and again right before it is handed over. Where several
/// forbid, the final one is named; of two caps the stricter one wins.
/// </summary>
internal sealed record SendingRules(QuietHours QuietHours, int MaxPerDay, int MaxPerWeek)
{
    public Verdict Check(OutboundDelivery delivery, SendingFacts facts, DateTimeOffset now)
    {
        if (now >= delivery.ValidUntil)
        {
            return new Verdict(VerdictKind.Expire, delivery.Reason ?? DeliveryReasons.TooLate);
        }

        if (!facts.IsRegistered)
        {
            return new Verdict(VerdictKind.Refuse, DeliveryReasons.Unreachable);
        }

        if (delivery.IsService)
        {
            return new Verdict(VerdictKind.Send);
        }

        if (!facts.OfferIsOpen)
        {
            return new Verdict(VerdictKind.Refuse, DeliveryReasons.OfferClosed);
        }

        if (!facts.Consents)
        {
            return new Verdict(VerdictKind.Refuse, DeliveryReasons.NoConsent, TryNextChannel: true);
        }

        if (QuietHours.Check(now, facts.TimeZone) is not { } quiet)
        {
            return new Verdict(VerdictKind.Send);
        }

        // It would be out of date before the night is over: better said now than held for nothing.
        return quiet.Until >= delivery.ValidUntil && quiet.Reason == DeliveryReasons.QuietHours
            ? new Verdict(VerdictKind.Expire, quiet.Reason)
            : new Verdict(VerdictKind.Hold, quiet.Reason, quiet.Until);
    }

    /// <summary>The cap that one more message would break, or null.</summary>
    public string? BrokenCap(Contacts contacts)
    {
        if (contacts.Today >= MaxPerDay)
        {
            return DeliveryReasons.DailyCap;
        }

        return contacts.ThisWeek >= MaxPerWeek ? DeliveryReasons.WeeklyCap : null;
    }
}
