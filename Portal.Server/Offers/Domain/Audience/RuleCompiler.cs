using Portal.Shared.Offers;

namespace Portal.Server.Offers.Domain.Audience;

/// <summary>
/// Turns the JSON tree of a rule into nodes, and says at which JSON path it is wrong. A merchant's rule may ask only of
/// the merchant itself: how much its audience spends at a competitor is not its business.
/// </summary>
internal sealed class RuleCompiler
{
    /// <summary>Deeper trees are not read by anybody; also bounds the recursion.</summary>
    public const int MaxDepth = 6;

    /// <summary>Every condition is looked at for every candidate.</summary>
    public const int MaxConditions = 50;

    /// <summary>Values of one list.</summary>
    public const int MaxValues = 50;

    private readonly List<RuleProblem> _problems = [];
    private readonly ConditionReader _conditions;
    private int _count;

    private RuleCompiler(int? merchantId) => _conditions = new ConditionReader(merchantId, _problems);

    /// <param name="merchantId">The promotion's owner; null for the operator.</param>
    public static (CompiledAudience? Audience, IReadOnlyList<RuleProblem> Problems) Compile(
        AudienceRule rule, int? merchantId, string path = "audience")
    {
        var compiler = new RuleCompiler(merchantId);
        var root = compiler.Read(rule, path, 1);
        if (compiler._count > MaxConditions)
        {
            compiler._problems.Add(new(path, $"A rule has at most {MaxConditions} conditions."));
        }

        return compiler._problems.Count == 0 && root is not null
            ? (new CompiledAudience(root, compiler._count), [])
            : (null, compiler._problems);
    }

    private RuleNode? Read(AudienceRule? rule, string path, int depth)
    {
        if (rule is null)
        {
            return Problem(path, "A condition is missing here.");
        }

        if (depth > MaxDepth)
        {
            return Problem(path, $"Rules are nested at most {MaxDepth} deep.");
        }

        var given = _conditions.NamesOf(rule);
        if (given.Count != 1)
        {
            return Problem(path, given.Count == 0
                ? "Exactly one condition is given here; this one is empty."
                : $"Exactly one condition is given here, not {string.Join(" and ", given)}.");
        }

        return given[0] switch
        {
            "all" => ReadMany(rule.All!, $"{path}.all", depth, nodes => new AllNode(nodes)),
            "any" => ReadMany(rule.Any!, $"{path}.any", depth, nodes => new AnyNode(nodes)),
            "not" => Read(rule.Not, $"{path}.not", depth + 1) is { } node ? new NotNode(node) : null,
            var name => ReadOne(rule, $"{path}.{name}"),
        };
    }

    private RuleNode? ReadMany(
        IReadOnlyList<AudienceRule> rules, string path, int depth, Func<IReadOnlyList<RuleNode>, RuleNode> combine)
    {
        if (rules.Count > MaxConditions)
        {
            return Problem(path, $"A rule has at most {MaxConditions} conditions.");
        }

        var nodes = new List<RuleNode>(rules.Count);
        for (var i = 0; i < rules.Count; i++)
        {
            if (Read(rules[i], $"{path}[{i}]", depth + 1) is { } node)
            {
                nodes.Add(node);
            }
        }

        return combine(nodes);
    }

    private ConditionNode? ReadOne(AudienceRule rule, string path)
    {
        _count++;
        return _conditions.Read(rule, path) is { } condition ? new ConditionNode(path, condition) : null;
    }

    private RuleNode? Problem(string path, string message)
    {
        _problems.Add(new RuleProblem(path, message));
        return null;
    }
}
