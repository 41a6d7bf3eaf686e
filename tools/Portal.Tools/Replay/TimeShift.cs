using Portal.Tools.Conversion;

namespace Portal.Tools.Replay;

/// <summary>
/// Moves recorded taps so that the recording ends at the wanted instant. By whole weeks or days, the wall clock
/// as recorded is kept, and read in the portal's zone: a lunch on a Tuesday stays a lunch on a Tuesday.
/// </summary>
internal sealed class TimeShift
{
    private readonly LocalTimes _times;
    private readonly TimeSpan _shift;
    private readonly bool _exact;

    public TimeShift(Align align, TimeZoneInfo zone, DateTimeOffset last, DateTimeOffset end)
    {
        _times = new LocalTimes(zone);
        _exact = align == Align.None;
        if (_exact)
        {
            _shift = end - last;
            return;
        }

        // The least number of steps that brings the last tap to the end or past it. What it carries past the end
        // is left out, so that the recording ends at the end on the dot, at the same hour of the same weekday.
        var step = TimeSpan.FromDays(align == Align.Week ? 7 : 1);
        var steps = Math.Ceiling((_times.In(end).DateTime - last.DateTime) / step);
        _shift = step * steps;

        // Around a change of the clocks the wall clock may reach the end while the instant does not.
        if (Apply(last) < end)
        {
            _shift += step;
        }
    }

    public TimeSpan Length => _shift;

    public DateTimeOffset Apply(DateTimeOffset recorded) =>
        _exact ? _times.In(recorded + _shift) : _times.At(recorded.DateTime + _shift);
}
