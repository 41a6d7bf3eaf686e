using Mono.Cecil;

namespace Portal.Tests.Architecture;

/// <summary>The import rules of the design, each as a function from what is there to its violations.</summary>
internal static class ModuleRules
{
    /// <summary>Data flows along this line; a module may import those before it, never those after.</summary>
    private static readonly string[] _flow = ["Terminals", "Ledger", "Profiles", "Offers", "Delivery", "Inbox"];

    /// <summary>Imported by the others; they import none of the flow.</summary>
    private static readonly string[] _registries = ["Merchants", "Subscribers", "Identity"];

    /// <summary>May read everyone's contracts; nobody imports them.</summary>
    private static readonly string[] _watchers = ["Dashboards", "Demo"];

    public static IReadOnlyList<string> KnownModules => [.. _flow, .. _registries, .. _watchers];

    public static IEnumerable<string> PlatformImportsModule(ModuleMap map) =>
        from type in map.TypesOf("Platform")
        from reference in map.ReferencesOf(type)
        let module = map.ModuleOf(reference)
        where module is not null and not "Platform"
        select $"{type.FullName} imports {reference}";

    public static IEnumerable<string> ForeignInternals(ModuleMap map) =>
        from module in map.Modules.Except(["Demo"])
        from type in map.TypesOf(module)
        from reference in map.ReferencesOf(type)
        let other = map.ModuleOf(reference)
        where other is not null && other != module && map.Modules.Contains(other)
            && !reference.StartsWith($"{map.RootName}{other}.Contracts.", StringComparison.Ordinal)
        select $"{type.FullName} reaches past the contracts of {other}: {reference}";

    public static IEnumerable<string> AgainstTheFlow(ModuleMap map) =>
        from module in map.Modules
        from type in map.TypesOf(module)
        from reference in map.ReferencesOf(type)
        let other = map.ModuleOf(reference)
        where other is not null && other != module && map.Modules.Contains(other) && !MayImport(module, other)
        select $"{type.FullName} of {module} imports {other}: {reference}";

    public static IEnumerable<string> ImpureDomain(ModuleMap map) =>
        from type in map.Types
        where type.Namespace.Contains(".Domain", StringComparison.Ordinal)
        from reference in map.ReferencesOf(type)
        where reference.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal)
            || (reference.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
                && !reference.StartsWith("Microsoft.AspNetCore.Identity.IdentityUser", StringComparison.Ordinal))
            || reference.StartsWith("MediatR.", StringComparison.Ordinal)
        select $"{type.FullName} is domain code and knows {reference}";

    public static IEnumerable<string> OpenTypes(ModuleMap map) =>
        from type in map.Types
        where !IsGenerated(type) && !type.Namespace.Contains(".Components", StringComparison.Ordinal)
            && !type.Namespace.Contains(".Migrations", StringComparison.Ordinal)
        where type.IsPublic || (type is { IsClass: true, IsAbstract: false, IsSealed: false })
        select $"{type.FullName} is not internal and sealed";

    private static bool MayImport(string module, string other)
    {
        if (_watchers.Contains(module))
        {
            return !_watchers.Contains(other);
        }

        if (_registries.Contains(module))
        {
            return _registries.Contains(other);
        }

        return _registries.Contains(other) || Array.IndexOf(_flow, other) is var at && at >= 0
            && at < Array.IndexOf(_flow, module);
    }

    private static bool IsGenerated(TypeDefinition type) =>
        type.Name.StartsWith('<') || type.CustomAttributes.Any(attribute =>
            attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute");
}
