using Mono.Cecil;
using Mono.Cecil.Cil;
using RuleEngine.Scripting.Guarding;

namespace RuleEngine.Scripting.Metering;

/// <summary>Charges one instruction for what it makes, and for what the library member that it calls costs.</summary>
internal static class CallCharge
{
    private const int BoxBytes = 24;
    private const int ObjectBytes = 64;

    public static void Charge(Instruction instruction, MethodCode code, MeterCalls calls)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Box when !((TypeReference)instruction.Operand).IsGenericParameter:
                ChargeNew(instruction, BoxBytes + calls.Sizes.Of((TypeReference)instruction.Operand), code, calls);
                break;
            case Code.Newarr:
                code.InsertBefore(instruction,
                    Instruction.Create(OpCodes.Dup), SizeOf((TypeReference)instruction.Operand, calls), Instruction.Create(OpCodes.Ldloc, code.Meter(calls)), Instruction.Create(OpCodes.Call, calls.NewArray));
                break;
            case Code.Newobj or Code.Call or Code.Callvirt:
                ChargeCall(instruction, (MethodReference)instruction.Operand, code, calls);
                break;
        }
    }

    /// <summary>What loads the size of a value; where the type is a parameter, the runtime knows it.</summary>
    private static Instruction SizeOf(TypeReference type, MeterCalls calls) =>
        type.IsGenericParameter ? Instruction.Create(OpCodes.Sizeof, type) : Instruction.Create(OpCodes.Ldc_I4, calls.Sizes.Of(type));

    private static void ChargeCall(Instruction instruction, MethodReference called, MethodCode code, MeterCalls calls)
    {
        if (Own(called) is { } own)
        {
            if (instruction.OpCode == OpCodes.Newobj)
                ChargeNew(instruction, Extent.Header + calls.Sizes.OfFields(own.DeclaringType, called.DeclaringType as GenericInstanceType), code, calls);
            return;
        }

        var name = MemberName.Of(called);
        var cost = AllowList.Shared.Of(MemberName.Of(called.DeclaringType), name);
        var isNew = instruction.OpCode == OpCodes.Newobj;
        if ((isNew && !IsKept(instruction)) || cost is Cost.New or Cost.Add)
            ChargeNew(code.LoadsFunction(instruction) ?? instruction, ObjectBytes, code, calls);
        switch (cost)
        {
            case Cost.Own:
                code.RemovePrefixes(instruction);
                code.Replace(instruction, OpCodes.Call, calls.StandInFor(called, name));
                break;
            case Cost.Whole:
                code.InsertBefore(instruction, Instruction.Create(OpCodes.Ldloc, code.Meter(calls)), Instruction.Create(OpCodes.Call, calls.Whole));
                break;
            case Cost.Lazy or Cost.Each or Cost.Yield:
                if (cost is not Cost.Lazy)
                    new CallArguments(instruction, called, isNew, code, calls).Charge(cost.Value);
                code.InsertBefore(instruction, Instruction.Create(OpCodes.Ldloc, code.Meter(calls)), Instruction.Create(OpCodes.Call, calls.Link));
                break;
            case Cost.Size or Cost.Format or Cost.Scan or Cost.Add or Cost.Copy:
                new CallArguments(instruction, called, isNew, code, calls).Charge(cost.Value);
                break;
        }
    }

    /// <summary>
    /// Whether the compiler keeps what is made, a function without variables, for the next time: what is charged must not depend on whether
    /// there was one before.
    /// </summary>
    private static bool IsKept(Instruction constructor) => constructor.Next is { OpCode.Code: Code.Dup, Next.OpCode.Code: Code.Stsfld };

    private static void ChargeNew(Instruction instruction, int bytes, MethodCode code, MeterCalls calls) => code.InsertBefore(instruction,
        Instruction.Create(OpCodes.Ldloc, code.Meter(calls)), Instruction.Create(OpCodes.Ldc_I4, bytes), Instruction.Create(OpCodes.Call, calls.Allocate));

    /// <summary>The script's own member; null for one of a library's.</summary>
    private static MethodDefinition? Own(MethodReference called) => called.DeclaringType.GetElementType() is TypeDefinition ? called.Resolve() : null;
}
