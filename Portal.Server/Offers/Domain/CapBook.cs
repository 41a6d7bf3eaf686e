namespace Portal.Server.Offers.Domain;

/// <summary>What the caps and budgets are compared with, as it stands while a batch is worked through.</summary>
internal sealed class CapBook(DateOnly today)
{
    private readonly Dictionary<int, Counter> _counters = [];
    private readonly Dictionary<(int PromotionId, DateOnly Day), int> _days = [];
    private readonly Dictionary<long, List<GivenOffer>> _given = [];
    private readonly HashSet<(int PromotionId, DateOnly Day)> _known = [];
    private readonly Dictionary<(int PromotionId, DateOnly Day), int> _dayDeltas = [];

    public DateOnly Today => today;

    public void Load(PromotionCounters row) => _counters[row.PromotionId] = new Counter(row);

    public void Load(PromotionDay row)
    {
        _days[(row.PromotionId, row.Day)] = row.Made;
        _known.Add((row.PromotionId, row.Day));
    }

    public void Load(GivenOffer offer) => GivenTo(offer.SubscriberId).Add(offer);

    public Counter Of(int promotionId) => _counters.TryGetValue(promotionId, out var counter)
        ? counter
        : _counters[promotionId] = new Counter(new PromotionCounters { PromotionId = promotionId });

    public int MadeOn(int promotionId, DateOnly day) => _days.GetValueOrDefault((promotionId, day));

    /// <summary>Offers that count for a subscriber and promotion: all but the withdrawn.</summary>
    public IEnumerable<GivenOffer> Given(long subscriberId, int promotionId) =>
        GivenTo(subscriberId).Where(offer => offer.PromotionId == promotionId && !offer.IsWithdrawn);

    /// <summary>
    /// Offers with a message on the last local days, today included; a withdrawn one was sent all the same.
    /// </summary>
    public int Messages(long subscriberId, int days) =>
        GivenTo(subscriberId).Count(offer => offer.HasMessage && offer.Day > today.AddDays(-days));

    public void Make(GivenOffer offer, long costMinor)
    {
        GivenTo(offer.SubscriberId).Add(offer);
        Of(offer.PromotionId).Change(made: 1, reserved: costMinor, takes: true);
        ChangeDay(offer.PromotionId, offer.Day, 1);
    }

    /// <summary>The purchase that caused it was taken back: slots and reservation are free again.</summary>
    /// <param name="releasedMinor">What the offer still had reserved.</param>
    public void Withdraw(Offer offer, long releasedMinor)
    {
        Of(offer.PromotionId).Change(made: -1, reserved: -releasedMinor);
        ChangeDay(offer.PromotionId, offer.Day, -1);
        foreach (var given in GivenTo(offer.SubscriberId).Where(given => given.OfferId == offer.Id))
        {
            given.IsWithdrawn = true;
            given.IsOpen = false;
        }
    }

    public void Redeem(Offer offer)
    {
        Of(offer.PromotionId).Change(redeemed: 1, reserved: -offer.CostMinor, spent: offer.CostMinor);
        SetOpen(offer, false);
    }

    /// <summary>
    /// The redeeming purchase was taken back: the cost is reserved again while the offer can still be used.
    /// </summary>
    public void Void(Offer offer, bool opensAgain)
    {
        Of(offer.PromotionId).Change(
            redeemed: -1, reserved: opensAgain ? offer.CostMinor : 0, spent: -offer.CostMinor);
        SetOpen(offer, opensAgain);
    }

    public IEnumerable<(int PromotionId, DateOnly Day, int Delta, bool IsKnown)> DayChanges() =>
        from change in _dayDeltas
        where change.Value != 0
        orderby change.Key.PromotionId, change.Key.Day
        select (change.Key.PromotionId, change.Key.Day, change.Value, _known.Contains(change.Key));

    public IEnumerable<Counter> CounterChanges() =>
        _counters.Values.Where(counter => counter.IsChanged).OrderBy(counter => counter.PromotionId);

    private void SetOpen(Offer offer, bool isOpen)
    {
        foreach (var given in GivenTo(offer.SubscriberId).Where(given => given.OfferId == offer.Id))
        {
            given.IsOpen = isOpen;
        }
    }

    private void ChangeDay(int promotionId, DateOnly day, int by)
    {
        _days[(promotionId, day)] = MadeOn(promotionId, day) + by;
        _dayDeltas[(promotionId, day)] = _dayDeltas.GetValueOrDefault((promotionId, day)) + by;
    }

    private List<GivenOffer> GivenTo(long subscriberId) =>
        _given.TryGetValue(subscriberId, out var offers) ? offers : _given[subscriberId] = [];

    /// <summary>One promotion's counters and what has been added to them.</summary>
    internal sealed class Counter(PromotionCounters start)
    {
        public int PromotionId => start.PromotionId;

        public int ActiveVersion => start.ActiveVersion;

        public long Made => start.Made + MadeDelta;

        public long CommittedMinor => start.ReservedMinor + ReservedDelta + start.SpentMinor + SpentDelta;

        public int MadeDelta { get; private set; }

        public int RedeemedDelta { get; private set; }

        public long ReservedDelta { get; private set; }

        public long SpentDelta { get; private set; }

        /// <summary>
        /// Whether an offer was made: then the promotion must still run as it was read, and its caps hold.
        /// </summary>
        public bool Takes { get; private set; }

        public bool IsChanged => Takes || MadeDelta != 0 || RedeemedDelta != 0 || ReservedDelta != 0 || SpentDelta != 0;

        public void Change(int made = 0, int redeemed = 0, long reserved = 0, long spent = 0, bool takes = false)
        {
            MadeDelta += made;
            RedeemedDelta += redeemed;
            ReservedDelta += reserved;
            SpentDelta += spent;
            Takes |= takes;
        }
    }
}

/// <summary>What the caps need of an offer that a subscriber was given.</summary>
internal sealed class GivenOffer
{
    public required Guid OfferId { get; init; }

    public required int PromotionId { get; init; }

    public required long SubscriberId { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required bool HasMessage { get; init; }

    public bool IsOpen { get; set; }

    public bool IsWithdrawn { get; set; }
}
