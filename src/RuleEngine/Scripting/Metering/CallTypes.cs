using Mono.Cecil;

namespace RuleEngine.Scripting.Metering;

/// <summary>The types that a call has for its arguments and its result.</summary>
internal static class CallTypes
{
    /// <summary>A type of the member's declaration, with what the call gives for its parameters.</summary>
    public static TypeReference Of(TypeReference declared, MethodReference called) =>
        Of(declared, called.DeclaringType as GenericInstanceType, called as GenericInstanceMethod);

    /// <summary>A type of a generic type's declaration, with the arguments that an instance gives.</summary>
    public static TypeReference Within(TypeReference declared, GenericInstanceType instance) => Of(declared, instance, null);

    private static TypeReference Of(TypeReference declared, GenericInstanceType? type, GenericInstanceMethod? method) => declared switch
    {
        GenericParameter { Type: GenericParameterType.Method } parameter when method is not null => method.GenericArguments[parameter.Position],
        GenericParameter { Type: GenericParameterType.Type } parameter when type is not null => type.GenericArguments[parameter.Position],
        ArrayType array => new ArrayType(Of(array.ElementType, type, method), array.Rank),
        ByReferenceType reference => new ByReferenceType(Of(reference.ElementType, type, method)),
        IModifierType modified => Of(modified.ElementType, type, method),
        GenericInstanceType instance => With(instance, type, method),
        _ => declared,
    };

    /// <summary>Whether it is a sequence that another can be laid over.</summary>
    public static bool IsSequence(TypeReference type) => type.IsArray || type.Name is "IEnumerable`1" or "IOrderedEnumerable`1" or "Members`1" or "IEnumerable";

    /// <summary>Whether its values can be long: texts, collections, and what may be one.</summary>
    public static bool HasExtent(TypeReference type) => type switch
    {
        ByReferenceType reference => reference.ElementType is not ByReferenceType && HasExtent(reference.ElementType) && (reference.ElementType.IsGenericParameter || reference.ElementType.FullName == "System.String" || IsImmutableArray(reference.ElementType)),
        GenericParameter or ArrayType => true,
        GenericInstanceType { ElementType.Namespace: "System.Collections.Generic" or "System.Collections.Immutable" or "System.Collections.ObjectModel" or "System.Linq" or "RuleEngine.Model" } instance =>
            (!instance.IsValueType || IsImmutableArray(instance)) && !instance.Name.Contains("Comparer", StringComparison.Ordinal),
        GenericInstanceType { IsValueType: true } tuple => tuple.ElementType.Name.StartsWith("ValueTuple`", StringComparison.Ordinal),
        _ => type.FullName is "System.String" or "System.Object" or "System.Text.StringBuilder" or "System.Collections.IEnumerable"
            or "RuleEngine.Model.PartyList" or "RuleEngine.Model.Provision" or "RuleEngine.Model.Actor" or "RuleEngine.Model.DecisionRule" or "RuleEngine.Model.Threat" or "RuleEngine.Model.Guidance" or "RuleEngine.Model.Rules.Finding",
    };

    private static bool IsImmutableArray(TypeReference type) => type.Name == "ImmutableArray`1";

    private static GenericInstanceType With(GenericInstanceType instance, GenericInstanceType? type, GenericInstanceMethod? method)
    {
        var filled = new GenericInstanceType(instance.ElementType);
        foreach (var argument in instance.GenericArguments)
            filled.GenericArguments.Add(Of(argument, type, method));
        return filled;
    }
}
