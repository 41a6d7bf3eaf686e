using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Rocks;
using Portal.Server;

namespace Portal.Tests.Architecture;

/// <summary>What types of the server refer to, read from their IL: also inside lambdas and async state machines.</summary>
internal sealed class ModuleMap
{
    public const string Root = "Portal.Server.";

    /// <summary>Folders of the composition root: they put modules together, and nobody imports them.</summary>
    private static readonly string[] _composition = ["CommandLine", "Components"];

    private readonly Dictionary<TypeDefinition, HashSet<string>> _references = [];

    public ModuleMap(string assemblyPath, string root = Root)
    {
        RootName = root;
        var module = ModuleDefinition.ReadModule(assemblyPath);
        foreach (var type in module.Types.Where(type => type.Namespace.StartsWith(root, StringComparison.Ordinal)))
        {
            _references[type] = [.. AllReferences(type)];
        }
    }

    public string RootName { get; }

    public static ModuleMap OfServer() => new(typeof(PortalModules).Assembly.Location);

    public IEnumerable<TypeDefinition> Types => _references.Keys;

    /// <summary>Top-level folders of the server that are modules; read from the assembly, never listed by hand.</summary>
    public IReadOnlyList<string> Modules =>
    [
        .. _references.Keys.Select(type => ModuleOf(type.FullName)!).Distinct()
            .Where(name => name != "Platform" && !_composition.Contains(name)).Order(StringComparer.Ordinal),
    ];

    public IEnumerable<TypeDefinition> TypesOf(string module) =>
        _references.Keys.Where(type => ModuleOf(type.FullName) == module);

    /// <summary>Full names of all types that a type mentions anywhere.</summary>
    public IReadOnlySet<string> ReferencesOf(TypeDefinition type) => _references[type];

    public string? ModuleOf(string fullName)
    {
        if (!fullName.StartsWith(RootName, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = fullName[RootName.Length..];
        var dot = rest.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? null : rest[..dot];
    }

    private static IEnumerable<string> AllReferences(TypeDefinition type)
    {
        foreach (var nested in type.NestedTypes.SelectMany(AllReferences))
        {
            yield return nested;
        }

        var direct = new List<TypeReference?> { type.BaseType };
        direct.AddRange(type.Interfaces.Select(item => item.InterfaceType));
        direct.AddRange(type.CustomAttributes.Select(item => item.AttributeType));
        direct.AddRange(type.Fields.Select(field => field.FieldType));
        direct.AddRange(type.Properties.Select(property => property.PropertyType));
        direct.AddRange(type.Methods.SelectMany(InMethod));
        foreach (var name in direct.OfType<TypeReference>().SelectMany(Names))
        {
            yield return name;
        }
    }

    private static IEnumerable<TypeReference?> InMethod(MethodDefinition method)
    {
        yield return method.ReturnType;
        foreach (var parameter in method.Parameters)
        {
            yield return parameter.ParameterType;
        }

        if (!method.HasBody)
        {
            yield break;
        }

        foreach (var variable in method.Body.Variables)
        {
            yield return variable.VariableType;
        }

        foreach (var instruction in method.Body.Instructions)
        {
            switch (instruction.Operand)
            {
                case TypeReference reference:
                    yield return reference;
                    break;
                case MethodReference called:
                    yield return called.DeclaringType;
                    yield return called.ReturnType;
                    foreach (var argument in (called as GenericInstanceMethod)?.GenericArguments ?? [])
                    {
                        yield return argument;
                    }

                    break;
                case FieldReference field:
                    yield return field.DeclaringType;
                    yield return field.FieldType;
                    break;
            }
        }
    }

    private static IEnumerable<string> Names(TypeReference reference)
    {
        if (reference is GenericInstanceType generic)
        {
            foreach (var name in generic.GenericArguments.SelectMany(Names))
            {
                yield return name;
            }
        }

        if (reference is TypeSpecification specification)
        {
            foreach (var name in Names(specification.ElementType))
            {
                yield return name;
            }
        }
        else if (!reference.IsGenericParameter)
        {
            var outermost = reference;
            while (outermost.DeclaringType is { } outer)
            {
                outermost = outer;
            }

            yield return outermost.FullName;
        }
    }
}
