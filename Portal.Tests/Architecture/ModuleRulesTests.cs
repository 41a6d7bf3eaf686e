namespace Portal.Tests.Architecture;

public sealed class ModuleRulesTests
{
    private static readonly ModuleMap _map = ModuleMap.OfServer();

    [Fact]
    public void Every_folder_of_the_server_is_a_module_that_the_rules_know()
    {
        Assert.True(_map.Modules.Count >= 5, "No modules were found: the rules below would prove nothing.");
        Assert.Empty(_map.Modules.Except(ModuleRules.KnownModules));
        Assert.All(_map.Modules, module => Assert.NotEmpty(_map.TypesOf(module)));
    }

    [Fact]
    public void The_platform_imports_no_module() => Assert.Empty(ModuleRules.PlatformImportsModule(_map));

    [Fact]
    public void Modules_meet_only_at_their_contracts() => Assert.Empty(ModuleRules.ForeignInternals(_map).Distinct());

    [Fact]
    public void Imports_point_one_way() => Assert.Empty(ModuleRules.AgainstTheFlow(_map).Distinct());

    [Fact]
    public void Domain_code_knows_no_framework() => Assert.Empty(ModuleRules.ImpureDomain(_map).Distinct());

    [Fact]
    public void Types_are_internal_and_sealed() => Assert.Empty(ModuleRules.OpenTypes(_map));
}
