using Planted.Offers.Matching;

namespace Portal.Tests.Architecture;

/// <summary>A rule that cannot fail is no rule: each must find the violation planted for it.</summary>
public sealed class RulesBiteTests
{
    private static readonly ModuleMap _planted = new(typeof(PastTheContracts).Assembly.Location, "Planted.");

    [Fact]
    public void A_platform_that_knows_a_module_inside_an_async_lambda_is_caught() =>
        AssertCatches(ModuleRules.PlatformImportsModule(_planted), "PlatformThatKnowsAModule");

    [Fact]
    public void Reaching_past_the_contracts_inside_an_iterator_is_caught() =>
        AssertCatches(ModuleRules.ForeignInternals(_planted), "PastTheContracts");

    [Fact]
    public void Importing_against_the_flow_is_caught() =>
        AssertCatches(ModuleRules.AgainstTheFlow(_planted), "AgainstTheFlow");

    [Fact]
    public void Domain_code_that_knows_the_database_is_caught() =>
        AssertCatches(ModuleRules.ImpureDomain(_planted), "DomainThatSaves");

    [Fact]
    public void A_type_left_open_is_caught() => AssertCatches(ModuleRules.OpenTypes(_planted), "LeftOpen");

    private static void AssertCatches(IEnumerable<string> violations, string planted) =>
        Assert.Contains(violations, violation => violation.Contains(planted, StringComparison.Ordinal));
}
