using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

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
        var reach = new Reach();
        var ending = module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody && reach.Ends(method)).ToHashSet();
        var moments = new Moments(module, ending);
        foreach (var type in module.GetTypes())
        {
            foreach (var method in type.Methods)
            {
                if (method.HasBody && !moments.Contains(method))
                    Instrument(method, ending.Contains(method), moments, calls);
            }
        }
    }

    private static void Instrument(MethodDefinition method, bool ends, Moments moments, MeterCalls calls)
    {
        var body = method.Body;
        body.SimplifyMacros();
        var code = new MethodCode(body);
        var steps = moments.Steps(body.Instructions);
        var turns = code.BackwardBranches().ToDictionary(branch => branch.Key, branch => moments.Steps(code.Between(branch.Value, branch.Key)));
        KeptSequences.Charge(body, code, calls);
        foreach (var instruction in body.Instructions.ToList())
        {
            if (turns.TryGetValue(instruction, out var turn))
                code.InsertBefore(instruction, [.. Turn(turn, code, calls)]);
            else if (!ends && instruction.OpCode == OpCodes.Ret)
                code.InsertBefore(instruction, Instruction.Create(OpCodes.Ldloc, code.Meter(calls)), Instruction.Create(OpCodes.Call, calls.Leave));
            else
                CallCharge.Charge(instruction, code, calls);
            if (code.IsReturn(instruction))
                ChargeResult(instruction, code, calls);
        }

        Open(method, ends, steps, code, calls);

        // The line where a budget runs out is the method's own, where an author wrote the method.
        method.NoInlining = !method.Name.StartsWith('<') && !method.DeclaringType.Name.StartsWith('<');
        body.InitLocals = true;
        body.OptimizeMacros();
    }

    /// <summary>Counts the method where it is entered; how deep it is, unless all that it calls comes back by itself.</summary>
    private static void Open(MethodDefinition method, bool ends, int steps, MethodCode code, MeterCalls calls)
    {
        var opening = new List<Instruction>();
        if (!ends || steps > 1 || code.HasMeter)
            opening.AddRange([Instruction.Create(OpCodes.Call, ends ? calls.Begin : calls.Enter), Instruction.Create(OpCodes.Stloc, code.Meter(calls))]);
        else
            opening.Add(Instruction.Create(OpCodes.Call, calls.Step));
        if (steps > 1)
            opening.AddRange(Turn(steps - 1, code, calls));
        if (method.Body.HasExceptionHandlers)
        {
            var depth = code.NewVariable(calls.Integer);
            ResumeInHandlers(method.Body, code, calls, code.Meter(calls), depth);
            opening.AddRange([Instruction.Create(OpCodes.Ldloc, code.Meter(calls)), Instruction.Create(OpCodes.Call, calls.Depth), Instruction.Create(OpCodes.Stloc, depth)]);
        }

        code.Open([.. opening, .. KeptSequences.OfParameters(method, calls)]);
    }

    /// <summary>Takes so many steps.</summary>
    private static IEnumerable<Instruction> Turn(int steps, MethodCode code, MeterCalls calls) => steps == 1
        ? [Instruction.Create(OpCodes.Ldloc, code.Meter(calls)), Instruction.Create(OpCodes.Call, calls.Turn)]
        : [Instruction.Create(OpCodes.Ldloc, code.Meter(calls)), Instruction.Create(OpCodes.Ldc_I4, steps), Instruction.Create(OpCodes.Call, calls.Turns)];

    private static void ResumeInHandlers(MethodBody body, MethodCode code, MeterCalls calls, VariableDefinition meter, VariableDefinition depth)
    {
        var starts = new HashSet<Instruction>();
        foreach (var handler in body.ExceptionHandlers)
        {
            foreach (var start in (Instruction?[])[handler.FilterStart, handler.HandlerStart])
            {
                if (start is null || !starts.Add(start))
                    continue;
                var resume = handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter ? calls.Caught : calls.Resume;
                code.InsertBefore(start, Instruction.Create(OpCodes.Ldloc, meter), Instruction.Create(OpCodes.Ldloc, depth), Instruction.Create(OpCodes.Call, resume));
            }
        }
    }

    /// <summary>A string that a method returns may become the key of a set or a group, which reads it all.</summary>
    private static void ChargeResult(Instruction instruction, MethodCode code, MeterCalls calls)
    {
        var type = code.ReturnType;
        if (type.FullName == "System.String")
            code.InsertBefore(instruction, Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldloc, code.Meter(calls)), Instruction.Create(OpCodes.Call, calls.ScanText));
        else if (type is GenericInstanceType tuple && tuple.ElementType.FullName.StartsWith("System.ValueTuple`", StringComparison.Ordinal) && !tuple.GenericArguments.All(argument => argument.IsPrimitive))
            code.InsertBefore(instruction, Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Box, type), Instruction.Create(OpCodes.Ldloc, code.Meter(calls)), Instruction.Create(OpCodes.Call, calls.Scan));
    }
}
