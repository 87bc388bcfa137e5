using Mono.Cecil;
using Mono.Cecil.Cil;

namespace RuleEngine.Scripting.Metering;

/// <summary>
/// Finds where a method gets hold of sequences that were kept: stored in a variable, given as an argument, read from a field, an array or a
/// collection. Only there can a sequence have been laid over itself in a loop; a chain that stands in one expression is as long as it was
/// written.
/// </summary>
internal static class KeptSequences
{
    public static void Charge(MethodBody body, MethodCode code, MeterCalls calls)
    {
        foreach (var instruction in body.Instructions.ToList())
        {
            if (instruction is { OpCode.Code: Code.Stloc, Operand: VariableDefinition variable } && calls.KeptOf(variable.VariableType) is { } stored)
                code.InsertBefore(instruction, Instruction.Create(OpCodes.Call, stored));
            else if (TypeOf(instruction) is { } type && calls.KeptOf(type) is { } read)
                code.InsertAfter(instruction, Instruction.Create(OpCodes.Call, read));
        }
    }

    /// <summary>What makes the parameters kept ones, to be put where the method is entered.</summary>
    public static IEnumerable<Instruction> OfParameters(MethodDefinition method, MeterCalls calls)
    {
        foreach (var parameter in method.Parameters)
        {
            if (calls.KeptOf(parameter.ParameterType) is not { } kept)
                continue;
            yield return Instruction.Create(OpCodes.Ldarg, parameter);
            yield return Instruction.Create(OpCodes.Call, kept);
            yield return Instruction.Create(OpCodes.Starg, parameter);
        }
    }

    private static TypeReference? TypeOf(Instruction instruction) => instruction switch
    {
        { OpCode.Code: Code.Ldfld or Code.Ldsfld, Operand: FieldReference field } => field.DeclaringType is GenericInstanceType type ? CallTypes.Within(field.FieldType, type) : field.FieldType,
        { OpCode.Code: Code.Ldelem_Any, Operand: TypeReference element } => element,
        { OpCode.Code: Code.Call or Code.Callvirt, Operand: MethodReference { ReturnType: GenericParameter } called } => CallTypes.Of(called.ReturnType, called),
        _ => null,
    };
}
