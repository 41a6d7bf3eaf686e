using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Domain.Audience;
using Portal.Server.Offers.Reading;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Matching;

/// <summary>
/// Takes the promotions that a tap brings up, walks the waterfall with each, and makes the best offer.
/// </summary>
internal sealed class OfferMaking(MatchingBatch batch, Waterfall waterfall, OffersOptions options)
{
    private readonly ILookup<long, Tap> _taps = batch.Taps.ToLookup(tap => tap.SubscriberId);

    public void Run(Tap tap)
    {
        var candidates = batch.Running.Where(promotion => promotion.IsTriggeredBy(tap)).ToList();
        if (candidates.Count == 0)
        {
            return;
        }

        var facts = FactsOf(tap);
        var walks = candidates
            .Select(promotion => new Candidate(promotion, facts, promotion.WorthOn(tap.NetMinor)))
            .OrderByDescending(candidate => candidate.Score)
            .ThenByDescending(candidate => candidate.Promotion.Specificity)
            .ThenBy(candidate => candidate.Promotion.Id)
            .Select(candidate => waterfall.Run(candidate, tap.SubscriberId, batch.Now))
            .ToList();
        var made = new List<Walk>(options.MaxOffersPerTap);
        foreach (var walk in walks)
        {
            if (!walk.Passed)
            {
                Refuse(tap, walk.Candidate.Promotion, walk.Steps[^1]);
            }
            else if (made.Count >= options.MaxOffersPerTap)
            {
                Refuse(tap, walk.Candidate.Promotion, Outranked(walk, made[^1]));
            }
            else if (Still(walk, tap, made.Count) is var checkedWalk && checkedWalk.Passed)
            {
                Make(tap, checkedWalk);
                made.Add(checkedWalk);
            }
            else
            {
                Refuse(tap, walk.Candidate.Promotion, checkedWalk.Steps[^1]);
            }
        }
    }

    /// <summary>A second offer for the same tap finds the caps as the first one left them.</summary>
    private Walk Still(Walk walk, Tap tap, int made) =>
        made == 0 ? walk : waterfall.Run(walk.Candidate, tap.SubscriberId, batch.Now);

    private AudienceFacts? FactsOf(Tap tap)
    {
        if (!batch.Profiles.TryGetValue(tap.SubscriberId, out var profile))
        {
            return null;
        }

        var ignored = _taps[tap.SubscriberId]
            .Where(other => other.Purchase.Position >= tap.Purchase.Position)
            .Select(other => other.Ignored)
            .ToList();
        return new AudienceFacts(profile, outlet => batch.Outlets.GetValueOrDefault(outlet)?.District, ignored);
    }

    private static StepFinding Outranked(Walk walk, Walk best) => Waterfall.Fail(
        WaterfallStep.NotOutranked,
        "outranked",
        $"worth {walk.Candidate.Score}, specificity {walk.Candidate.Promotion.Specificity}; promotion "
            + $"{best.Candidate.Promotion.Id} worth {best.Candidate.Score}, "
            + $"specificity {best.Candidate.Promotion.Specificity}");

    private void Make(Tap tap, Walk walk)
    {
        var promotion = walk.Candidate.Promotion;
        var definition = promotion.Definition;
        var profile = walk.Candidate.Facts!.Profile;
        var (language, text) = promotion.TextFor(profile.Registration.Language, options.DefaultLanguage);
        var offer = new Offer
        {
            Id = Guid.CreateVersion7(batch.Now),
            PromotionId = promotion.Id,
            PromotionVersion = promotion.Version,
            MerchantId = promotion.MerchantId,
            SubscriberId = tap.SubscriberId,
            Token = OfferToken.Create(),
            Code = RedemptionCode.Create(),
            Language = language,
            Title = text.Title,
            Text = text.Text,
            BenefitKind = definition.Benefit.Kind,
            BenefitValue = definition.Benefit.Value,
            MinAmountMinor = definition.Redemption.MinAmountMinor,
            CostMinor = definition.CostMinor,
            HasMessage = walk.Channels.Count > 0,
            Day = batch.Book.Today,
            MadeAt = batch.Now,
            ValidUntil = batch.Now.AddHours(definition.ValidHours),
            TriggerPosition = tap.Purchase.Position,
            TriggerNetMinor = tap.NetMinor,
            TriggerMinMinor = definition.Trigger.MinAmountMinor,
            Reasons = OffersJson.Write(
                new StoredReasons(Reasons.Of(walk, Reasons.Describe(tap)), Reasons.Why(tap, walk))),
        };
        batch.Book.Make(GivenOf(offer), offer.CostMinor);
        batch.Work.Made.Add(new MadeOffer(offer, walk));
    }

    private static GivenOffer GivenOf(Offer offer) => new()
    {
        OfferId = offer.Id,
        PromotionId = offer.PromotionId,
        SubscriberId = offer.SubscriberId,
        Day = offer.Day,
        MadeAt = offer.MadeAt,
        HasMessage = offer.HasMessage,
        IsOpen = true,
    };

    private void Refuse(Tap tap, RunningPromotion promotion, StepFinding step)
    {
        var values = step.Values.Length > Refusal.ValuesLength ? step.Values[..Refusal.ValuesLength] : step.Values;
        if (batch.Refusals.TryGetValue((promotion.Id, tap.SubscriberId), out var refusal))
        {
            (refusal.Step, refusal.Reason, refusal.Values) = (step.Step, step.Reason, values);
            refusal.Count++;
            refusal.LastAt = batch.Now;
            return;
        }

        refusal = new Refusal
        {
            PromotionId = promotion.Id,
            SubscriberId = tap.SubscriberId,
            Day = batch.Book.Today,
            Step = step.Step,
            Reason = step.Reason,
            Values = values,
            Count = 1,
            LastAt = batch.Now,
        };
        batch.Refusals[(promotion.Id, tap.SubscriberId)] = refusal;
        batch.Work.Refused.Add(refusal);
    }
}
