using System.Diagnostics;
using System.Globalization;

namespace Portal.Bench;

/// <summary>Prints measurements beside their goals.</summary>
internal static class Measured
{
    public static void Rate(string what, double perSecond, string unit) =>
        Line(what, $"{perSecond.ToString("N0", CultureInfo.InvariantCulture)} {unit}/s");

    public static void Ratio(string what, double ratio, double goal, string unit = "") => Line(
        what,
        $"{ratio.ToString("0.00", CultureInfo.InvariantCulture)}{unit}   goal >= "
        + $"{goal.ToString("0.00", CultureInfo.InvariantCulture)}{unit}   {(ratio >= goal ? "met" : "MISSED")}");

    public static void Line(string what, string value) => Console.WriteLine($"  {what,-58} {value}");

    /// <summary>Runs work for about a time and returns how many per second were done.</summary>
    public static async Task<double> PerSecondAsync(Func<CancellationToken, Task<long>> work, TimeSpan time)
    {
        using var stop = new CancellationTokenSource(time);
        var started = Stopwatch.GetTimestamp();
        var done = await work(stop.Token);
        return done / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
