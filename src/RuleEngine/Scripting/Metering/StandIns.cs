using System.Reflection;
using System.Runtime.CompilerServices;
using Mono.Cecil;
using RuleEngine.Scripting.Guarding;

namespace RuleEngine.Scripting.Metering;

/// <summary>The engine's own members that are called in place of a library's, by the library's name for them.</summary>
internal static class StandIns
{
    private static readonly Lazy<Dictionary<string, MethodDefinition>> ByName = new(Find);

    public static IEnumerable<string> Names => ByName.Value.Keys;

    public static MethodDefinition Of(string name) => ByName.Value[name];

    private static Dictionary<string, MethodDefinition> Find()
    {
        var found = new Dictionary<string, MethodDefinition>(StringComparer.Ordinal);
        var engine = ModuleDefinition.ReadModule(typeof(StandIns).Assembly.Location);
        foreach (var type in typeof(StandIns).Assembly.GetTypes())
        {
            if (type.GetCustomAttribute<StandsInForAttribute>() is not { } attribute)
                continue;
            foreach (var method in engine.GetType(type.FullName).Methods.Where(method => method.IsPublic))
                found.Add(NameFor(attribute.Type, method), method);
        }

        return found;
    }

    private static string NameFor(Type type, MethodDefinition method)
    {
        var name = MemberName.Of(method);
        var parameters = name[(name.IndexOf('(') + 1)..];
        if (method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(ExtensionAttribute)))
            parameters = parameters.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma ? parameters[(comma + 2)..] : ")";
        for (var index = type.GetGenericArguments().Length; index > 0; index--)
            parameters = parameters.Replace($"M{index - 1}", $"T{index - 1}", StringComparison.Ordinal).Replace($"M{index}", $"M{index - 1}", StringComparison.Ordinal);
        return $"{type.FullName}.{method.Name}({parameters}";
    }
}
