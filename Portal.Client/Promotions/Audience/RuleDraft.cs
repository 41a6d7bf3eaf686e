using Portal.Shared.Offers;

namespace Portal.Client.Promotions.Audience;

/// <summary>A node of an audience rule while it is edited.</summary>
public abstract class RuleDraft
{
    /// <summary>Whether it must not fit.</summary>
    public bool IsNegated { get; set; }

    public AudienceRule ToRule() => IsNegated ? new AudienceRule { Not = Positive() } : Positive();

    public static RuleDraft Read(AudienceRule rule)
    {
        if (rule.Not is { } inner)
        {
            var draft = Read(inner);
            draft.IsNegated = !draft.IsNegated;
            return draft;
        }

        return rule.All is not null || rule.Any is not null ? GroupDraft.Of(rule) : ConditionDraft.Of(rule);
    }

    protected abstract AudienceRule Positive();
}

/// <summary>Several nodes of which all, or any, must fit.</summary>
public sealed class GroupDraft : RuleDraft
{
    public bool IsAny { get; set; }

    public List<RuleDraft> Parts { get; } = [];

    /// <summary>The whole rule as a group, so that the editor always has one to add to.</summary>
    public static GroupDraft Root(AudienceRule rule)
    {
        var draft = Read(rule);
        if (draft is GroupDraft { IsNegated: false } group)
        {
            return group;
        }

        var root = new GroupDraft();
        root.Parts.Add(draft);
        return root;
    }

    public static GroupDraft Of(AudienceRule rule)
    {
        var group = new GroupDraft { IsAny = rule.Any is not null };
        group.Parts.AddRange((rule.All ?? rule.Any)!.Select(Read));
        return group;
    }

    protected override AudienceRule Positive()
    {
        var parts = Parts.ConvertAll(part => part.ToRule());
        // "Any of nothing" fits nobody, which nobody means.
        return IsAny && parts.Count > 0 ? new AudienceRule { Any = parts } : new AudienceRule { All = parts };
    }
}
