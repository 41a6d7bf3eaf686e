namespace Portal.Tools.Conversion;

/// <summary>Reads wall-clock times that carry no zone as times of one zone, always with the same result.</summary>
internal sealed class LocalTimes(TimeZoneInfo zone)
{
    /// <summary>Times that the zone's clocks skipped in spring; moved on by the length of the gap.</summary>
    public long Skipped { get; private set; }

    /// <summary>Times that the zone's clocks showed twice in autumn; taken as the first of the two.</summary>
    public long Repeated { get; private set; }

    public DateTimeOffset At(DateTime wallClock)
    {
        var local = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            Skipped++;
            // The offset before the gap turns 02:30 into the instant that the clocks called 03:30.
            var before = zone.GetUtcOffset(local.AddDays(-1));
            return In(new DateTimeOffset(local, before));
        }

        if (zone.IsAmbiguousTime(local))
        {
            Repeated++;
            // The greater offset is the earlier instant.
            return new DateTimeOffset(local, zone.GetAmbiguousTimeOffsets(local).Max());
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    public DateTimeOffset In(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);
}
