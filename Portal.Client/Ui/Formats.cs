using System.Globalization;
using Portal.Client.Shell;

namespace Portal.Client.Ui;

/// <summary>Writes money in the deployment's currency and times in the operator's zone.</summary>
public sealed class Formats(SessionState session, TimeProvider time)
{
    private static readonly CultureInfo _culture = CultureInfo.GetCultureInfo("en-US");
    private (string Name, TimeZoneInfo Zone) _zone = ("UTC", TimeZoneInfo.Utc);

    public string Currency => session.Current?.Currency ?? "CNY";

    /// <summary>Digits of the currency's minor unit (ISO 4217).</summary>
    public int Digits => Currency switch
    {
        "JPY" or "KRW" or "VND" or "CLP" or "ISK" or "PYG" or "UGX" or "XAF" or "XOF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    public decimal Unit => (decimal)Math.Pow(10, Digits);

    public TimeZoneInfo Zone
    {
        get
        {
            var name = session.Current?.TimeZone ?? "UTC";
            if (_zone.Name != name)
            {
                _zone = (name, TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc);
            }

            return _zone.Zone;
        }
    }

    private string Symbol => Currency switch
    {
        "CNY" or "JPY" => "¥",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        _ => Currency + " ",
    };

    public string Money(long minor) => minor < 0
        ? "−" + Money(-minor)
        : Symbol + (minor / Unit).ToString("N" + Digits, _culture);

    /// <summary>For tiles: no minor units, thousands and millions shortened.</summary>
    public string ShortMoney(long minor) => Symbol + Brief(minor / Unit);

    public static string Number(long number) => number.ToString("N0", _culture);

    public static string Tenth(double number) => number.ToString(number >= 100 ? "N0" : "N1", _culture);

    public static string Percent(double share) => share.ToString(share is > 0 and < 0.1 ? "P1" : "P0", _culture);

    public static string Brief(decimal number) => number switch
    {
        >= 10_000_000 => (number / 1_000_000).ToString("N1", _culture) + "M",
        >= 100_000 => (number / 1_000).ToString("N0", _culture) + "k",
        _ => number.ToString("N0", _culture),
    };

    public string Clock(DateTimeOffset instant) => Local(instant).ToString("HH:mm:ss", _culture);

    /// <summary>The second of today; of another day the day and the minute.</summary>
    public string ClockOrDay(DateTimeOffset instant) =>
        Local(instant).Date == Local(time.GetUtcNow()).Date ? Clock(instant) : Moment(instant);

    public string Minute(DateTimeOffset instant) => Local(instant).ToString("HH:mm", _culture);

    public string Moment(DateTimeOffset instant)
    {
        var local = Local(instant);
        var now = Local(time.GetUtcNow());
        return local.ToString(
            local.Date == now.Date ? "'today' HH:mm" : local.Year == now.Year ? "d MMM HH:mm" : "d MMM yyyy HH:mm",
            _culture);
    }

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", _culture);

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>A local date and time as an instant.</summary>
    public DateTimeOffset Instant(DateTime local) => new(local, Zone.GetUtcOffset(local));
}
