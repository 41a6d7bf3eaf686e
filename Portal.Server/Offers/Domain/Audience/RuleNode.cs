using Portal.Shared.Offers;

namespace Portal.Server.Offers.Domain.Audience;

/// <summary>A sentence for the subscriber in both languages of the inbox.</summary>
internal sealed record Wording(string En, string Zh);

/// <summary>A compiled node of an audience rule.</summary>
internal abstract class RuleNode
{
    public abstract bool Fits(AudienceFacts facts);

    /// <summary>As <see cref="Fits"/>, but looks at every condition and keeps what it saw.</summary>
    public abstract bool Explain(AudienceFacts facts, List<ConditionFinding> findings);

    /// <summary>Why it fits, in plain words; asked only of a rule that fits.</summary>
    public abstract IEnumerable<Wording> Why(AudienceFacts facts);
}

internal sealed class AllNode(IReadOnlyList<RuleNode> nodes) : RuleNode
{
    public override bool Fits(AudienceFacts facts)
    {
        foreach (var node in nodes)
        {
            if (!node.Fits(facts))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Explain(AudienceFacts facts, List<ConditionFinding> findings)
    {
        var fits = true;
        foreach (var node in nodes)
        {
            fits &= node.Explain(facts, findings);
        }

        return fits;
    }

    public override IEnumerable<Wording> Why(AudienceFacts facts) => nodes.SelectMany(node => node.Why(facts));
}

internal sealed class AnyNode(IReadOnlyList<RuleNode> nodes) : RuleNode
{
    public override bool Fits(AudienceFacts facts)
    {
        foreach (var node in nodes)
        {
            if (node.Fits(facts))
            {
                return true;
            }
        }

        return false;
    }

    public override bool Explain(AudienceFacts facts, List<ConditionFinding> findings)
    {
        var fits = false;
        foreach (var node in nodes)
        {
            fits |= node.Explain(facts, findings);
        }

        return fits;
    }

    public override IEnumerable<Wording> Why(AudienceFacts facts) =>
        nodes.Where(node => node.Fits(facts)).SelectMany(node => node.Why(facts));
}

internal sealed class NotNode(RuleNode node) : RuleNode
{
    public override bool Fits(AudienceFacts facts) => !node.Fits(facts);

    public override bool Explain(AudienceFacts facts, List<ConditionFinding> findings) =>
        !node.Explain(facts, findings);

    /// <summary>
    /// What somebody is not is no reason that reads well; the finding itself is kept for the operator.
    /// </summary>
    public override IEnumerable<Wording> Why(AudienceFacts facts) => [];
}

/// <summary>One condition: what it asks, whether it fits, what it saw.</summary>
internal sealed record Condition(
    string Asked,
    Func<AudienceFacts, bool> Fits,
    Func<AudienceFacts, string> Seen,
    Func<AudienceFacts, Wording> Why);

internal sealed class ConditionNode(string path, Condition condition) : RuleNode
{
    public override bool Fits(AudienceFacts facts) => condition.Fits(facts);

    public override bool Explain(AudienceFacts facts, List<ConditionFinding> findings)
    {
        var fits = condition.Fits(facts);
        findings.Add(new ConditionFinding(path, fits, condition.Asked, condition.Seen(facts)));
        return fits;
    }

    public override IEnumerable<Wording> Why(AudienceFacts facts) => [condition.Why(facts)];
}
