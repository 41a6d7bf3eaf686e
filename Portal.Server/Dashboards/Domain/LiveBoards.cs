using Portal.Shared.Dashboards;

namespace Portal.Server.Dashboards.Domain;

/// <summary>The operator's day: the instants between which its totals are counted.</summary>
internal readonly record struct OperatorDay(DateOnly Date, DateTimeOffset Start, DateTimeOffset End)
{
    public bool Contains(DateTimeOffset instant) => instant >= Start && instant < End;
}

/// <summary>All live boards of this node: one for the whole, one for each merchant that had a tap.</summary>
internal sealed class LiveBoards
{
    /// <summary>Merchants with a board of their own: 8 KB each, 160 MB at most.</summary>
    public const int MerchantLimit = 20_000;

    /// <summary>Merchants in the ranking.</summary>
    private const int RankingLength = 10;

    private readonly Lock _lock = new();
    private readonly LiveBoard _total = new();
    private readonly Dictionary<int, (string Name, LiveBoard Board)> _merchants = [];
    private OperatorDay _day;
    private DateTimeOffset _countedSince;

    /// <summary>Says from when on the ledger was read, before the first tap is added.</summary>
    public void BeginAt(OperatorDay day, DateTimeOffset readFrom)
    {
        lock (_lock)
        {
            _day = day;
            _countedSince = readFrom > day.Start ? readFrom : day.Start;
        }
    }

    public void Add(OperatorDay today, IEnumerable<LiveTap> taps)
    {
        lock (_lock)
        {
            RollTo(today);
            foreach (var tap in taps)
            {
                var isToday = today.Contains(tap.At);
                _total.Add(tap, isToday);
                BoardOf(tap)?.Add(tap, isToday);
            }
        }
    }

    /// <summary>Reads a board under the lock, after a new day has been begun if it is time.</summary>
    /// <param name="merchantId">Null for the whole; a merchant without a tap yet has an empty board.</param>
    public T Read<T>(OperatorDay today, int? merchantId, Func<LiveBoard, DateTimeOffset, T> read)
    {
        lock (_lock)
        {
            RollTo(today);
            var board = merchantId is not { } id ? _total
                : _merchants.TryGetValue(id, out var known) ? known.Board
                : new LiveBoard();
            return read(board, _countedSince);
        }
    }

    /// <summary>Today's merchants with the most turnover.</summary>
    public IReadOnlyList<MerchantTotal> Ranking()
    {
        lock (_lock)
        {
            return
            [
                .. _merchants
                    .Where(entry => entry.Value.Board.Taps > 0)
                    .OrderByDescending(entry => entry.Value.Board.AmountMinor)
                    .ThenBy(entry => entry.Key)
                    .Take(RankingLength)
                    .Select(entry => new MerchantTotal(
                        entry.Key, entry.Value.Name, entry.Value.Board.Taps, entry.Value.Board.AmountMinor)),
            ];
        }
    }

    private LiveBoard? BoardOf(LiveTap tap)
    {
        if (_merchants.TryGetValue(tap.MerchantId, out var known))
        {
            return known.Board;
        }

        if (_merchants.Count == MerchantLimit)
        {
            return null;
        }

        var board = new LiveBoard();
        _merchants.Add(tap.MerchantId, (tap.Merchant, board));
        return board;
    }

    private void RollTo(OperatorDay today)
    {
        if (today.Date <= _day.Date)
        {
            return;
        }

        (_day, _countedSince) = (today, today.Start);
        _total.BeginDay();
        foreach (var (_, board) in _merchants.Values)
        {
            board.BeginDay();
        }
    }
}
