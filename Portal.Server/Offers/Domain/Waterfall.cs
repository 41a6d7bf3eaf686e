using Portal.Server.Offers.Domain.Audience;
using Portal.Server.Profiles.Contracts;
using Portal.Shared.Delivery;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Domain;

/// <summary>Caps on messages over all promotions.</summary>
internal readonly record struct MessageCaps(int PerDay, int PerWeek);

/// <summary>A promotion that a tap brought up for a subscriber.</summary>
internal sealed record Candidate(RunningPromotion Promotion, AudienceFacts? Facts, long Score);

/// <summary>
/// How far a candidate came. <see cref="Channels"/> are those that a message can take; empty: inbox only.
/// </summary>
internal sealed record Walk(
    Candidate Candidate,
    IReadOnlyList<ConditionFinding> Conditions,
    IReadOnlyList<StepFinding> Steps,
    IReadOnlyList<Channel> Channels)
{
    public bool Passed => Steps[^1].Passed;
}

/// <summary>
/// The one fixed order in which a candidate is tested (ADR 0008): eligible, consented, not held out, under the caps,
/// within budget, reachable. Each step keeps what it saw; the first that fails is the last.
/// </summary>
internal sealed class Waterfall(
    CapBook book,
    MessageCaps messageCaps,
    Func<RunningPromotion, long, bool> isHeldOut,
    Func<Profile, IReadOnlyList<Channel>, IReadOnlyList<Channel>> reachable)
{
    private const string PassedReason = "passed";

    public Walk Run(Candidate candidate, long subscriberId, DateTimeOffset now)
    {
        var steps = new List<StepFinding>(6);
        IReadOnlyList<ConditionFinding> conditions = [];
        IReadOnlyList<Channel> channels = [];
        var promotion = candidate.Promotion;
        foreach (var step in Walk())
        {
            steps.Add(step);
            if (!step.Passed)
            {
                break;
            }
        }

        return new Walk(candidate, conditions, steps, channels);

        IEnumerable<StepFinding> Walk()
        {
            yield return Eligible(candidate, out conditions);
            yield return Consented(candidate, out channels);
            yield return NotHeldOut(promotion, subscriberId);
            yield return UnderCaps(promotion, subscriberId, now);
            yield return WithinBudget(promotion);
            yield return Reachable(candidate, ref channels);
        }
    }

    private static StepFinding Eligible(Candidate candidate, out IReadOnlyList<ConditionFinding> conditions)
    {
        conditions = [];
        if (candidate.Facts is null)
        {
            return Fail(WaterfallStep.Eligible, "profile.unknown", "no registration record");
        }

        (var fits, conditions) = candidate.Promotion.Audience.Explain(candidate.Facts);
        var met = conditions.Count(condition => condition.Met);
        return fits
            ? Pass(WaterfallStep.Eligible, $"{met} of {conditions.Count} conditions met")
            : Fail(WaterfallStep.Eligible, "audience.not-met", Unmet(conditions));
    }

    private static StepFinding Consented(Candidate candidate, out IReadOnlyList<Channel> channels)
    {
        var wanted = candidate.Promotion.Definition.Channels;
        var registration = candidate.Facts!.Profile.Registration;
        channels = [.. wanted.Where(registration.Consents)];
        if (wanted.Count == 0)
        {
            return Pass(WaterfallStep.Consented, "inbox only, no message");
        }

        return channels.Count > 0
            ? Pass(WaterfallStep.Consented, $"consented: {string.Join(", ", channels)}")
            : Fail(WaterfallStep.Consented, "consent.none", $"wanted: {string.Join(", ", wanted)}; consented: none");
    }

    private StepFinding NotHeldOut(RunningPromotion promotion, long subscriberId)
    {
        var percent = promotion.Definition.Limits.HoldoutPercent;
        return percent > 0 && isHeldOut(promotion, subscriberId)
            ? Fail(WaterfallStep.NotHeldOut, "holdout.group", $"in the comparison group of {percent} %")
            : Pass(WaterfallStep.NotHeldOut, $"comparison group of {percent} %");
    }

    private StepFinding UnderCaps(RunningPromotion promotion, long subscriberId, DateTimeOffset now)
    {
        const WaterfallStep step = WaterfallStep.UnderCaps;
        var limits = promotion.Definition.Limits;
        var given = book.Given(subscriberId, promotion.Id).ToList();
        var madeToday = book.MadeOn(promotion.Id, book.Today);
        var made = book.Of(promotion.Id).Made;
        if (given.Exists(offer => offer.IsOpen))
        {
            return Fail(step, "caps.open-offer", "the subscriber has an open offer of it");
        }

        if (given.Count >= limits.PerSubscriberCap)
        {
            return Fail(step, "caps.subscriber", $"{given.Count} of {limits.PerSubscriberCap} to this subscriber");
        }

        if (limits.CoolDownDays > 0 && given.Count > 0
            && given.Max(offer => offer.MadeAt) is var last && last.AddDays(limits.CoolDownDays) > now)
        {
            return Fail(step, "caps.cool-down", $"last {last:u}, {limits.CoolDownDays} days apart");
        }

        if (madeToday >= limits.DailyCap)
        {
            return Fail(step, "caps.daily", $"{madeToday} of {limits.DailyCap} today");
        }

        if (made >= limits.TotalCap)
        {
            return Fail(step, "caps.total", $"{made} of {limits.TotalCap}");
        }

        return MessageFrequency(promotion, subscriberId) ?? Pass(
            step, $"{given.Count} to this subscriber, {madeToday} today, {made} in all");
    }

    private StepFinding? MessageFrequency(RunningPromotion promotion, long subscriberId)
    {
        const WaterfallStep step = WaterfallStep.UnderCaps;
        if (promotion.Definition.Channels.Count == 0)
        {
            return null;
        }

        var today = book.Messages(subscriberId, 1);
        if (today >= messageCaps.PerDay)
        {
            return Fail(step, "caps.messages-day", $"{today} of {messageCaps.PerDay} messages today");
        }

        var week = book.Messages(subscriberId, 7);
        return week >= messageCaps.PerWeek
            ? Fail(step, "caps.messages-week", $"{week} of {messageCaps.PerWeek} messages in 7 days")
            : null;
    }

    private StepFinding WithinBudget(RunningPromotion promotion)
    {
        var committed = book.Of(promotion.Id).CommittedMinor;
        var (cost, budget) = (promotion.Definition.CostMinor, promotion.Definition.Limits.BudgetMinor);
        var values = $"{committed} committed and {cost} more, of {(budget is { } most ? $"{most}" : "no limit")}";
        return committed + cost > budget
            ? Fail(WaterfallStep.WithinBudget, "budget.exhausted", values)
            : Pass(WaterfallStep.WithinBudget, values);
    }

    private StepFinding Reachable(Candidate candidate, ref IReadOnlyList<Channel> channels)
    {
        if (candidate.Promotion.Definition.Channels.Count == 0)
        {
            return Pass(WaterfallStep.Reachable, "inbox");
        }

        var consented = channels;
        channels = reachable(candidate.Facts!.Profile, consented);
        return channels.Count > 0
            ? Pass(WaterfallStep.Reachable, $"by {string.Join(", ", channels)}")
            : Fail(WaterfallStep.Reachable, "reach.no-channel", $"none of {string.Join(", ", consented)} reaches");
    }

    private static string Unmet(IReadOnlyList<ConditionFinding> conditions) => string.Join("; ", conditions
        .Where(condition => !condition.Met)
        .Select(condition => $"{condition.Path}: {condition.Asked}, seen {condition.Seen}"));

    private static StepFinding Pass(WaterfallStep step, string values) => new(step, true, PassedReason, values);

    public static StepFinding Fail(WaterfallStep step, string reason, string values) =>
        new(step, false, reason, values);
}
