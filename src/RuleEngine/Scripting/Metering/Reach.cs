using Mono.Cecil;
using Mono.Cecil.Cil;
using RuleEngine.Scripting.Guarding;

namespace RuleEngine.Scripting.Metering;

/// <summary>
/// How far methods call one another. Only a method that may come to run itself needs its depth counted: not one whose calls all end in
/// library members that call nothing of a script's.
/// </summary>
internal sealed class Reach
{
    private readonly Dictionary<MethodDefinition, bool> _ends = [];

    /// <summary>Whether whatever the method calls comes back without having run a method that is not known beforehand, or this one.</summary>
    public bool Ends(MethodDefinition method)
    {
        if (_ends.TryGetValue(method, out var known))
            return known;
        _ends[method] = false;
        return _ends[method] = !method.Body.HasExceptionHandlers && method.Body.Instructions.All(instruction => instruction.Operand is not MethodReference called || Ends(instruction, called));
    }

    private bool Ends(Instruction instruction, MethodReference called) =>
        called.DeclaringType.GetElementType() is TypeDefinition ? called.Resolve() is { HasBody: true } own && (instruction.OpCode == OpCodes.Ldftn || (!own.IsVirtual && Ends(own))) : IsClosed(called);

    /// <summary>Whether a library's member calls nothing of a script's, whatever it is given.</summary>
    private static bool IsClosed(MethodReference called) => AllowList.Shared.Of(MemberName.Of(called.DeclaringType), MemberName.Of(called)) switch
    {
        null => false,
        _ when called.Name == "AppendFormatted" => called.Parameters.All(parameter => IsPlain(CallTypes.Of(parameter.ParameterType, called))),
        Cost.Free or Cost.New or Cost.Whole => !IsVirtual(called) && !called.Parameters.Any(parameter => IsFunction(parameter.ParameterType)),
        _ => called.DeclaringType.FullName is "System.String" or "System.Text.StringBuilder" or "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler" or "System.Text.StringBuilder/AppendInterpolatedStringHandler"
            || called.DeclaringType.Namespace.StartsWith("RuleEngine.Model", StringComparison.Ordinal) ? called.Parameters.All(parameter => IsPlain(parameter.ParameterType)) : false,
    };

    private static bool IsFunction(TypeReference type) => type.Name is ['F', 'u', 'n', 'c', '`', ..] or ['A', 'c', 't', 'i', 'o', 'n', ..] or "Comparison`1" or "Predicate`1" or "Converter`2";

    private static bool IsPlain(TypeReference type) => type.IsPrimitive || type.FullName is "System.String" or "System.String[]" or "System.Char[]" or "System.StringComparison" or "System.StringSplitOptions"
        || (type.Namespace.StartsWith("RuleEngine.Model", StringComparison.Ordinal) && type is not GenericInstanceType)
        || (type is GenericInstanceType { ElementType.Name: "ReadOnlySpan`1", GenericArguments: [{ FullName: "System.String" }] });

    private static bool IsVirtual(MethodReference called) => called.Name is "ToString" or "Equals" or "GetHashCode" or "Compare" or "CompareTo" or "Invoke"
        || called.DeclaringType.Name is ['I', >= 'A' and <= 'Z', ..];
}
