using CsCheck;
using Portal.Shared.Ledger;
using Portal.Shared.Merchants;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Profiles;

/// <summary>Invariants 2, 3 and 5: whatever happens in whatever order, statistics are what the ledger says.</summary>
public sealed class StatisticsInvariantTests
{
    private static readonly DateTimeOffset _now = PortalUnderTest.Start;

    /// <summary>When the moving PaymentId changes hands, in every history.</summary>
    private static readonly DateTimeOffset _moved = _now.AddDays(-20);

    private static readonly Gen<PlannedCorrection> _correction = Gen.Select(
        Gen.Int[0, 3], Gen.Long[1, 700], (way, amount) => new PlannedCorrection((Way)way, amount));

    private static readonly Gen<PlannedPurchase> _purchase = Gen.Select(
        Gen.Int[0, 2],
        Gen.Int[0, 1],
        Gen.Long[1, 1_000],
        Gen.Int[0, 60 * 24 * 50],
        Gen.Bool,
        _correction.Array[0, 3],
        (paymentId, till, amount, minutesAgo, otherCategory, corrections) =>
            new PlannedPurchase(paymentId, till, amount, minutesAgo, otherCategory, corrections));

    private static readonly Gen<History> _history = Gen.Select(
        _purchase.Array[1, 12],
        Gen.Int[0, 3],
        Gen.Int[0, 3],
        Gen.Int[1, 9],
        Gen.Int,
        (purchases, bindAt, moveAt, batch, seed) => new History(purchases, bindAt, moveAt, batch, seed));

    private int _histories;

    private enum Way
    {
        PartialRefund,
        FullRefund,
        Reversal,
        RefundAndItsReversal,
    }

    [Theory, OnEachDatabase]
    public async Task Statistics_equal_a_naive_reckoning_in_any_order_and_with_bindings_at_any_time(
        TestDatabase database)
    {
        await using var portal = await PortalUnderTest.StartAsync(database);
        var shops = new[] { await AddShopAsync(portal, "M-1", "5812"), await AddShopAsync(portal, "M-2", "5411") };
        var till = await portal.TerminalSystemAsync();

        await _history.SampleAsync(history => CheckAsync(portal, till, shops, history), iter: 40, threads: 2);

        await portal.AssertVerifiedAsync();
    }

    private async Task CheckAsync(PortalUnderTest portal, HttpClient till, OutletView[] shops, History history)
    {
        var number = Interlocked.Increment(ref _histories);
        string PaymentId(int index) => $"EP-{number:D6}-{index}";
        var first = await portal.AddSubscriberAsync($"+8613{number:D8}1", PaymentId(0));
        var second = await portal.AddSubscriberAsync($"+8613{number:D8}2", $"EP-{number:D6}-other");
        var posts = history.Posts(PaymentId, number);

        var batches = posts.Chunk(history.BatchSize).ToList();
        for (var i = 0; i <= batches.Count; i++)
        {
            // Index 1 is the first's and moves to the second; index 2 is nobody's until it is bound.
            if (i == Math.Min(history.BindAt, batches.Count))
            {
                await portal.BindAsync(first, PaymentId(1));
                await portal.BindAsync(second, PaymentId(2));
            }

            if (i == Math.Min(history.BindAt + history.MoveAfter, batches.Count))
            {
                await portal.BindAsync(second, PaymentId(1), _moved);
            }

            if (i < batches.Count)
            {
                await till.PostAsync(batches[i]);
            }

            if ((history.Seed + i) % 2 == 0)
            {
                await portal.CatchUpAsync();
            }
        }

        await portal.CatchUpAsync();
        var model = new NaiveModel(posts, OwnerOf, PlaceOf);
        Assert.Equal(model.Rows(), await portal.RowsAsync(first, second));

        long? OwnerOf(string paymentId, DateTimeOffset at) => paymentId[^1] switch
        {
            '0' => first,
            '1' => at < _moved ? first : second,
            _ => second,
        };

        (int MerchantId, int OutletId, string Mcc) PlaceOf(string terminal)
        {
            var shop = shops[terminal == "T-M-1" ? 0 : 1];
            return (shop.MerchantId, shop.Id, terminal == "T-M-1" ? "5812" : "5411");
        }
    }

    private static async Task<OutletView> AddShopAsync(PortalUnderTest portal, string code, string mcc)
    {
        var merchant = await portal.AddMerchantAsync(code);
        var outlet = await portal.AddOutletAsync(merchant.Id, $"{code}-01");
        await portal.AddTerminalAsync(outlet.Id, $"T-{code}", mcc);
        return outlet;
    }

    private sealed record PlannedCorrection(Way Way, long AmountMinor);

    private sealed record PlannedPurchase(
        int PaymentId, int Till, long AmountMinor, int MinutesAgo, bool OtherCategory, PlannedCorrection[] Corrections);

    private sealed record History(PlannedPurchase[] Purchases, int BindAt, int MoveAfter, int BatchSize, int Seed)
    {
        /// <summary>All posts in a shuffled order: corrections may come before what they correct, some posts twice.</summary>
        public List<TransactionPost> Posts(Func<int, string> paymentId, int number)
        {
            var posts = new List<TransactionPost>();
            for (var i = 0; i < Purchases.Length; i++)
            {
                AddFamily(posts, Purchases[i], paymentId(Purchases[i].PaymentId), $"h{number}-{i}");
            }

            var random = new Random(Seed);
            posts.AddRange(posts.Where(_ => random.Next(5) == 0).ToList());
            var shuffled = posts.ToArray();
            random.Shuffle(shuffled);
            return [.. shuffled];
        }

        private static void AddFamily(
            List<TransactionPost> posts, PlannedPurchase plan, string paymentId, string id)
        {
            var purchase = Town.Purchase(
                id, $"T-M-{plan.Till + 1}", paymentId, plan.AmountMinor, _now.AddMinutes(-plan.MinutesAgo)) with
            {
                Category = plan.OtherCategory ? "5541" : null,
            };
            posts.Add(purchase);
            for (var i = 0; i < plan.Corrections.Length; i++)
            {
                AddCorrection(posts, purchase, plan.Corrections[i], $"{id}-c{i}");
            }
        }

        private static void AddCorrection(
            List<TransactionPost> posts, TransactionPost purchase, PlannedCorrection plan, string id)
        {
            var correction = plan.Way switch
            {
                Way.PartialRefund => purchase.Correcting(TransactionKind.Refund, id, plan.AmountMinor),
                Way.Reversal => purchase.Correcting(TransactionKind.Reversal, id),
                Way.FullRefund or Way.RefundAndItsReversal => purchase.Correcting(TransactionKind.Refund, id),
            };
            posts.Add(correction);
            if (plan.Way == Way.RefundAndItsReversal)
            {
                posts.Add(correction.Correcting(TransactionKind.Reversal, $"{id}-r"));
            }
        }
    }
}
