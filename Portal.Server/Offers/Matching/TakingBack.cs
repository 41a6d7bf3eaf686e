using Portal.Server.Ledger.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Matching;

/// <summary>
/// A refund or reversal takes everything back that the purchase gave: the offer that it caused, with its slots and its
/// reservation, and the redemption that it made, with its cost.
/// </summary>
internal static class TakingBack
{
    public static void Run(MatchingBatch batch)
    {
        var caused = batch.Offers.Values.ToLookup(offer => offer.TriggerPosition);
        foreach (var change in batch.Changes)
        {
            if (!change.IsNew)
            {
                foreach (var offer in caused[change.Purchase.Position])
                {
                    ReduceTrigger(batch, offer, change);
                }
            }
        }

        foreach (var change in batch.Changes)
        {
            if (batch.Redemptions.TryGetValue(change.Purchase.Key, out var redemption))
            {
                ReduceRedemption(batch, redemption, change);
            }
        }
    }

    private static void ReduceTrigger(MatchingBatch batch, Offer offer, NetChange change)
    {
        offer.TriggerNetMinor += change.AmountDeltaMinor;
        if (change.CountDelta >= 0 && offer.TriggerNetMinor >= offer.TriggerMinMinor)
        {
            return;
        }

        switch (offer.State)
        {
            case OfferState.Open:
                Withdraw(batch, offer, offer.CostMinor);
                break;
            case OfferState.Expired or OfferState.Dismissed:
                Withdraw(batch, offer, 0);
                break;
            case OfferState.Redeemed:
                offer.IsTriggerUndone = true;
                break;
            case OfferState.Withdrawn:
                break;
        }
    }

    /// <summary>
    /// The purchase of a code's redemption may come after the code: then it is new here, perhaps refunded.
    /// </summary>
    private static void ReduceRedemption(MatchingBatch batch, Redemption redemption, NetChange change)
    {
        redemption.NetMinor = change.IsNew
            ? change.AmountDeltaMinor
            : (redemption.NetMinor ?? change.Purchase.AmountMinor) + change.AmountDeltaMinor;
        var isReduced = !change.IsNew || change.AmountDeltaMinor < change.Purchase.AmountMinor;
        var isGone = change.IsNew ? change.CountDelta == 0 : change.CountDelta < 0;
        if (!isGone && !(isReduced && redemption.NetMinor < redemption.MinAmountMinor))
        {
            return;
        }

        var offer = batch.Offers[redemption.OfferId];
        redemption.VoidedAt = batch.Now;
        var opensAgain = !offer.IsTriggerUndone && batch.Now <= offer.ValidUntil;
        batch.Book.Void(offer, opensAgain);
        if (offer.IsTriggerUndone)
        {
            Withdraw(batch, offer, 0);
        }
        else
        {
            offer.MoveTo(opensAgain ? OfferState.Open : OfferState.Expired, batch.Now);
        }
    }

    private static void Withdraw(MatchingBatch batch, Offer offer, long releasedMinor)
    {
        batch.Book.Withdraw(offer, releasedMinor);
        offer.MoveTo(OfferState.Withdrawn, batch.Now);
        batch.Work.Cancelled.Add(offer.Id);
    }
}
