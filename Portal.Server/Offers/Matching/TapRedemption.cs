using Portal.Server.Offers.Domain;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Matching;

/// <summary>A tap that fits an open offer redeems it: one tap at most one offer, the one that gives most.</summary>
internal sealed class TapRedemption(MatchingBatch batch)
{
    private readonly ILookup<long, Offer> _offers = batch.Offers.Values.ToLookup(offer => offer.SubscriberId);

    public void Run(Tap tap)
    {
        if (batch.Redemptions.ContainsKey(tap.Purchase.Key))
        {
            // Its code was shown at the till, with this transaction.
            return;
        }

        var best = _offers[tap.SubscriberId]
            .Where(offer => Fits(offer, tap))
            .OrderByDescending(offer => RunningPromotion.Worth(offer.BenefitKind, offer.BenefitValue, tap.NetMinor))
            .ThenBy(offer => offer.ValidUntil)
            .ThenBy(offer => offer.Number)
            .FirstOrDefault();
        if (best is not null)
        {
            Redeem(best, tap);
        }
    }

    private bool Fits(Offer offer, Tap tap)
    {
        var purchase = tap.Purchase;
        return offer.IsOpenAt(purchase.OccurredAt)
            && purchase.OccurredAt > offer.MadeAt
            && purchase.Position > offer.TriggerPosition
            && tap.NetMinor >= offer.MinAmountMinor
            && batch.Versions[(offer.PromotionId, offer.PromotionVersion)].IsRedeemableAt(
                purchase.MerchantId, purchase.OutletId, purchase.CategoryId, RedeemedBy.Tap);
    }

    private void Redeem(Offer offer, Tap tap)
    {
        offer.MoveTo(OfferState.Redeemed, batch.Now);
        batch.Book.Redeem(offer);
        batch.Work.Redeemed.Add(new Redemption
        {
            Id = Guid.CreateVersion7(batch.Now),
            OfferId = offer.Id,
            PromotionId = offer.PromotionId,
            MerchantId = offer.MerchantId,
            SubscriberId = offer.SubscriberId,
            By = RedeemedBy.Tap,
            TerminalId = tap.Purchase.TerminalId,
            OutletId = tap.Purchase.OutletId,
            TransactionId = tap.Purchase.TransactionId,
            NetMinor = tap.NetMinor,
            MinAmountMinor = offer.MinAmountMinor,
            CostMinor = offer.CostMinor,
            At = batch.Now,
        });
    }
}
