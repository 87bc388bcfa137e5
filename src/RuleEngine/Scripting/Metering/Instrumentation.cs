using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using RuleEngine.Scripting.Guarding;

namespace RuleEngine.Scripting.Metering;

/// <summary>
/// Puts the counting into a compiled script: at each method's entry, before each branch backward, at the start of each handler, so that
/// one that swallows is stopped again, before what makes objects, and around library calls as the allow-list prices them.
/// </summary>
internal static class Instrumentation
{
    public static void AddTo(ModuleDefinition module)
    {
        new HandedOnMembers(module).Replace();
        var calls = new MeterCalls(module);
        foreach (var type in module.GetTypes())
        {
            foreach (var method in type.Methods)
            {
                if (method.HasBody && !IsEmpty(method))
                    Instrument(method, calls);
            }
        }
    }

    private static void Instrument(MethodDefinition method, MeterCalls calls)
    {
        var body = method.Body;
        body.SimplifyMacros();
        var code = new MethodCode(body);
        var backward = code.BackwardBranches();
        code.Meter = CallsOn(body) || backward.Count > 0 ? code.NewVariable(calls.Meter) : null;
        var meter = code.Meter;
        foreach (var instruction in body.Instructions.ToList())
        {
            if (backward.Contains(instruction))
                code.InsertBefore(instruction, Instruction.Create(OpCodes.Ldloc, meter), Instruction.Create(OpCodes.Call, calls.Turn));
            else if (meter is not null && instruction.OpCode == OpCodes.Ret)
                code.InsertBefore(instruction, Instruction.Create(OpCodes.Ldloc, meter), Instruction.Create(OpCodes.Call, calls.Leave));
            else
                CallCharge.Charge(instruction, code, calls);
            if (code.IsReturn(instruction))
                ChargeResult(instruction, code, calls);
        }

        if (meter is null)
        {
            code.Open(Instruction.Create(OpCodes.Call, calls.Step));
        }
        else if (body.HasExceptionHandlers)
        {
            var depth = code.NewVariable(calls.Integer);
            ResumeInHandlers(body, code, calls, meter, depth);
            code.Open(
                Instruction.Create(OpCodes.Call, calls.Enter), Instruction.Create(OpCodes.Stloc, meter),
                Instruction.Create(OpCodes.Ldloc, meter), Instruction.Create(OpCodes.Call, calls.Depth), Instruction.Create(OpCodes.Stloc, depth));
        }
        else
        {
            code.Open(Instruction.Create(OpCodes.Call, calls.Enter), Instruction.Create(OpCodes.Stloc, meter));
        }

        // The line where a budget runs out is the method's own, where an author wrote the method.
        method.NoInlining = !method.Name.StartsWith('<') && !method.DeclaringType.Name.StartsWith('<');
        body.InitLocals = true;
        body.OptimizeMacros();
    }

    private static void ResumeInHandlers(MethodBody body, MethodCode code, MeterCalls calls, VariableDefinition meter, VariableDefinition depth)
    {
        var starts = new HashSet<Instruction>();
        foreach (var handler in body.ExceptionHandlers)
        {
            foreach (var start in (Instruction?[])[handler.FilterStart, handler.HandlerStart])
            {
                if (start is not null && starts.Add(start))
                    code.InsertBefore(start, Instruction.Create(OpCodes.Ldloc, meter), Instruction.Create(OpCodes.Ldloc, depth), Instruction.Create(OpCodes.Call, calls.Resume));
            }
        }
    }

    /// <summary>A string that a method returns may become the key of a set or a group, which reads it all.</summary>
    private static void ChargeResult(Instruction instruction, MethodCode code, MeterCalls calls)
    {
        var type = code.ReturnType;
        if (type.FullName == "System.String")
            code.InsertBefore(instruction, Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Call, calls.ScanText));
        else if (type is GenericInstanceType tuple && tuple.ElementType.FullName.StartsWith("System.ValueTuple`", StringComparison.Ordinal) && !tuple.GenericArguments.All(argument => argument.IsPrimitive))
            code.InsertBefore(instruction, Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Box, type), Instruction.Create(OpCodes.Call, calls.Scan));
    }

    /// <summary>Whether it may come to run a script's method, and so itself: by a call, a function that is handed on, or a virtual member.</summary>
    private static bool CallsOn(MethodBody body) => body.HasExceptionHandlers || body.Instructions.Any(instruction => instruction.Operand is MethodReference called && !IsClosed(called));

    /// <summary>Whether a library's member calls nothing of a script's, whatever it is given.</summary>
    private static bool IsClosed(MethodReference called) => AllowList.Shared.Of(MemberName.Of(called.DeclaringType), MemberName.Of(called)) switch
    {
        null => false,
        Cost.Free or Cost.New or Cost.Whole => !IsVirtual(called) && !called.Parameters.Any(parameter => IsFunction(parameter.ParameterType)),
        _ => called.DeclaringType.FullName is "System.String" or "System.Text.StringBuilder" && called.Parameters.All(parameter => IsPlain(parameter.ParameterType)),
    };

    private static bool IsFunction(TypeReference type) => type.Name is ['F', 'u', 'n', 'c', '`', ..] or ['A', 'c', 't', 'i', 'o', 'n', ..] or "Comparison`1" or "Predicate`1" or "Converter`2";

    private static bool IsPlain(TypeReference type) => type.IsPrimitive || type.FullName is "System.String" or "System.String[]" or "System.Char[]" or "System.StringComparison" or "System.StringSplitOptions"
        || (type is GenericInstanceType { ElementType.Name: "ReadOnlySpan`1", GenericArguments: [{ FullName: "System.String" }] });

    private static bool IsVirtual(MethodReference called) => called.Name is "ToString" or "Equals" or "GetHashCode" or "Compare" or "CompareTo" or "AppendFormatted" or "Invoke"
        || called.DeclaringType.Name is ['I', >= 'A' and <= 'Z', ..];

    /// <summary>Whether it is nothing to count: a constructor that only calls <c>object</c>'s, as closures have, or what returns a field.</summary>
    private static bool IsEmpty(MethodDefinition method) => method.Body.Instructions is
        [_, { OpCode.Code: Code.Ldfld }, { OpCode.Code: Code.Ret }]
        or [_, { Operand: MethodReference { Name: ".ctor", DeclaringType.FullName: "System.Object" } }, { OpCode.Code: Code.Ret }];
}
