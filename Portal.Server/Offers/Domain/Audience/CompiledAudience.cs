using Portal.Shared.Offers;

namespace Portal.Server.Offers.Domain.Audience;

/// <summary>An audience rule made ready once per version of its promotion.</summary>
/// <param name="Conditions">How many conditions it has: the more, the more specific.</param>
internal sealed record CompiledAudience(RuleNode Root, int Conditions)
{
    public bool Fits(AudienceFacts facts) => Root.Fits(facts);

    public (bool Fits, IReadOnlyList<ConditionFinding> Findings) Explain(AudienceFacts facts)
    {
        var findings = new List<ConditionFinding>(Conditions);
        return (Root.Explain(facts, findings), findings);
    }

    public IReadOnlyList<Wording> Why(AudienceFacts facts) => [.. Root.Why(facts).Distinct()];
}

/// <summary>A rule that cannot be applied: where and why.</summary>
internal sealed record RuleProblem(string Path, string Message);
