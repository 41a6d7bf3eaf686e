using CsCheck;
using Portal.Server.Delivery.Domain;
using Portal.Shared.Delivery;

namespace Portal.Tests.Server.Delivery;

public sealed class QuietHoursTests
{
    private static readonly QuietHours _night = new(new TimeOnly(21, 0), new TimeOnly(8, 0));

    [Theory]
    [InlineData("2026-11-23T12:59:59Z", "Asia/Shanghai", null)]
    [InlineData("2026-11-23T13:00:00Z", "Asia/Shanghai", "2026-11-24T00:00:00Z")]
    [InlineData("2026-11-23T23:59:59Z", "Asia/Shanghai", "2026-11-24T00:00:00Z")]
    [InlineData("2026-11-24T00:00:00Z", "Asia/Shanghai", null)]
    // The night in which Berlin's clock goes forward is an hour shorter; the one in which it goes back, longer.
    [InlineData("2026-03-28T21:00:00Z", "Europe/Berlin", "2026-03-29T06:00:00Z")]
    [InlineData("2026-10-24T20:00:00Z", "Europe/Berlin", "2026-10-25T07:00:00Z")]
    public void A_night_lasts_until_its_end_on_the_local_clock(string now, string zone, string? until) => Assert.Equal(
        until is null ? null : DateTimeOffset.Parse(until, null), _night.Check(DateTimeOffset.Parse(now, null), zone)?.Until);

    [Fact]
    public void An_unknown_zone_counts_as_quiet_at_any_hour() =>
        Gen.DateTimeOffset.Where(at => at.Year is > 1990 and < 2100).Sample(at =>
            _night.Check(at, "Mars/Olympus") is { Reason: DeliveryReasons.UnknownTimeZone } quiet && quiet.Until > at);

    [Fact]
    public void A_night_that_ends_while_the_clock_is_set_forward_ends_after_the_gap() => Assert.Equal(
        new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero),
        new QuietHours(new TimeOnly(21, 0), new TimeOnly(2, 30))
            .Check(new DateTimeOffset(2026, 3, 28, 23, 0, 0, TimeSpan.Zero), "Europe/Berlin")?.Until);

    [Fact]
    public void Whenever_it_is_quiet_the_hold_ends_later_and_at_a_time_that_is_not_quiet()
    {
        string[] zones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];
        var instants = Gen.Long[1_700_000_000, 1_900_000_000].Select(DateTimeOffset.FromUnixTimeSeconds);
        var hours = Gen.Select(Gen.Int[0, 1439], Gen.Int[0, 1439]).Select((from, to) => new QuietHours(
            TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(from)), TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(to))));
        Gen.Select(instants, Gen.Int[0, zones.Length - 1].Select(i => zones[i]), hours).Sample((at, zone, quiet) =>
            quiet.Check(at, zone) is not { } hold
            || (hold.Until > at && hold.Until < at.AddHours(26) && quiet.Check(hold.Until, zone) is null));
    }
}
