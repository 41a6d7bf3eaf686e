using Portal.Server.Delivery.Domain;
using Portal.Server.Platform.Database;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Sending;

internal static class Verdicts
{
    /// <summary>Writes down that a delivery may not go now; the caller saves.</summary>
    public static void Obey(
        this PortalDbContext database, OutboundDelivery delivery, Verdict verdict, DateTimeOffset now)
    {
        switch (verdict.Kind)
        {
            case VerdictKind.Send:
                break;
            case VerdictKind.Hold:
                var until = verdict.Until < delivery.ValidUntil ? verdict.Until : delivery.ValidUntil;
                delivery.Hold(until, verdict.Reason!);
                break;
            case VerdictKind.Expire:
                delivery.End(DeliveryState.Expired, verdict.Reason, now);
                break;
            case VerdictKind.Refuse:
                delivery.End(DeliveryState.Refused, verdict.Reason, now);
                if (verdict.TryNextChannel)
                {
                    database.FallBack(delivery, now);
                }

                break;
        }
    }

    /// <summary>Puts the same offer on its next channel; the caller saves it together with this one's end.</summary>
    public static void FallBack(this PortalDbContext database, OutboundDelivery ended, DateTimeOffset now)
    {
        if (ended.NextChannel(Guid.CreateVersion7(now), now) is { } next)
        {
            database.Add(next);
        }
    }
}
