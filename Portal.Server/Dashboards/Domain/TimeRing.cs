namespace Portal.Server.Dashboards.Domain;

/// <summary>The last so many seconds or minutes, each with count and amount; what falls out is forgotten.</summary>
internal sealed class TimeRing(int length)
{
    private readonly Slot[] _slots = new Slot[length];

    /// <summary>Adds to a moment; one that has already fallen out of the ring is left out.</summary>
    public void Add(long moment, long amountMinor)
    {
        ref var slot = ref _slots[moment % length];
        if (slot.Moment > moment)
        {
            return;
        }

        if (slot.Moment < moment)
        {
            slot = new Slot { Moment = moment };
        }

        slot.Count++;
        slot.AmountMinor += amountMinor;
        slot.Moved = true;
    }

    /// <summary>All moments in (now - length, now], oldest first.</summary>
    public IEnumerable<(long Moment, int Count, long AmountMinor)> Read(long now) => _slots
        .Where(slot => slot.Count > 0 && slot.Moment > now - length && slot.Moment <= now)
        .OrderBy(slot => slot.Moment)
        .Select(slot => (slot.Moment, slot.Count, slot.AmountMinor));

    /// <summary>The moments to which something was added since the last call.</summary>
    public List<(long Moment, int Count, long AmountMinor)> TakeMoved(long now)
    {
        var moved = new List<(long, int, long)>();
        for (var i = 0; i < _slots.Length; i++)
        {
            ref var slot = ref _slots[i];
            if (slot.Moved && slot.Moment > now - length)
            {
                moved.Add((slot.Moment, slot.Count, slot.AmountMinor));
            }

            slot.Moved = false;
        }

        return moved;
    }

    private struct Slot
    {
        public long Moment;
        public int Count;
        public long AmountMinor;
        public bool Moved;
    }
}
