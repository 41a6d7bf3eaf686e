using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Domain;

/// <summary>The hours of the night, on the subscriber's own clock, in which offers wait.</summary>
internal sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>
    /// When a subscriber whose zone is not known is looked at again: the operator may have corrected it.
    /// </summary>
    public static readonly TimeSpan UnknownZoneRecheck = TimeSpan.FromHours(1);

    /// <summary>Until when it is quiet, and why; null when it is not. An unknown zone counts as quiet.</summary>
    public (DateTimeOffset Until, string Reason)? Check(DateTimeOffset now, string timeZone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
        {
            return (now + UnknownZoneRecheck, DeliveryReasons.UnknownTimeZone);
        }

        return IsQuiet(now, zone) ? (EndAfter(now, zone), DeliveryReasons.QuietHours) : null;
    }

    private bool IsQuiet(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        return From != To && local.IsBetween(From, To);
    }

    private DateTimeOffset EndAfter(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var wall = local.Date + To.ToTimeSpan();
        if (wall <= local)
        {
            wall = wall.AddDays(1);
        }

        while (zone.IsInvalidTime(wall))
        {
            // The clock skips this time of day: the night ends when it has gone on.
            wall = wall.AddMinutes(1);
        }

        // A time that comes twice, when the clock is set back, ends the night the second time.
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Min() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
