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
        var reach = new Reach();
        var ending = module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody && reach.Ends(method)).ToHashSet();
        var charged = ChargedFunctions(module, ending);
        foreach (var type in module.GetTypes())
        {
            foreach (var method in type.Methods)
            {
                if (method.HasBody && !IsEmpty(method) && !charged.Contains(method))
                    Instrument(method, ending.Contains(method), calls);
            }
        }
    }

    /// <summary>
    /// Lambdas that call nothing and turn no loop, and are handed on nowhere but to a list of the model, which charges for its members
    /// itself. They make nothing either, and what they return is no key that could be long.
    /// </summary>
    private static HashSet<MethodDefinition> ChargedFunctions(ModuleDefinition module, HashSet<MethodDefinition> ending)
    {
        var functions = new HashSet<MethodDefinition>();
        var others = new HashSet<MethodDefinition>();
        foreach (var body in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).Select(method => method.Body))
        {
            foreach (var instruction in body.Instructions)
            {
                if (instruction.Operand is MethodDefinition function)
                    (instruction.OpCode == OpCodes.Ldftn && IsHandedToModel(instruction) && ending.Contains(function) && function.ReturnType.IsPrimitive && IsPlain(function.Body) ? functions : others).Add(function);
            }
        }

        functions.ExceptWith(others);
        return functions;
    }

    /// <summary>Whether the next call but the delegate's own constructor is a list of the model's; the compiler may keep the delegate for the next time.</summary>
    private static bool IsHandedToModel(Instruction load)
    {
        var next = load.Next?.Next;
        if (next is { OpCode.Code: Code.Dup, Next: { OpCode.Code: Code.Stsfld } kept })
            next = kept.Next;
        return next is { Operand: MethodReference { DeclaringType: GenericInstanceType { ElementType.FullName: "RuleEngine.Model.Members`1" } } };
    }

    private static bool IsPlain(MethodBody body) => new MethodCode(body).BackwardBranches().Count == 0 && body.Instructions.All(instruction => instruction.OpCode.Code is not (Code.Newobj or Code.Newarr or Code.Box)
        && (instruction.Operand is not MethodReference called || called is MethodDefinition || AllowList.Shared.Of(MemberName.Of(called.DeclaringType), MemberName.Of(called)) == Cost.Free));

    private static void Instrument(MethodDefinition method, bool ends, MeterCalls calls)
    {
        var body = method.Body;
        body.SimplifyMacros();
        var code = new MethodCode(body);
        var backward = code.BackwardBranches();
        KeptSequences.Charge(body, code, calls);
        code.Meter = !ends || backward.Count > 0 ? code.NewVariable(calls.Meter) : null;
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

        var kept = KeptSequences.OfParameters(method, calls).ToList();
        if (meter is null)
        {
            code.Open([Instruction.Create(OpCodes.Call, calls.Step), .. kept]);
        }
        else if (body.HasExceptionHandlers)
        {
            var depth = code.NewVariable(calls.Integer);
            ResumeInHandlers(body, code, calls, meter, depth);
            code.Open([
                Instruction.Create(OpCodes.Call, calls.Enter), Instruction.Create(OpCodes.Stloc, meter),
                Instruction.Create(OpCodes.Ldloc, meter), Instruction.Create(OpCodes.Call, calls.Depth), Instruction.Create(OpCodes.Stloc, depth), .. kept]);
        }
        else
        {
            code.Open([Instruction.Create(OpCodes.Call, calls.Enter), Instruction.Create(OpCodes.Stloc, meter), .. kept]);
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
            code.InsertBefore(instruction, Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Call, calls.ScanText));
        else if (type is GenericInstanceType tuple && tuple.ElementType.FullName.StartsWith("System.ValueTuple`", StringComparison.Ordinal) && !tuple.GenericArguments.All(argument => argument.IsPrimitive))
            code.InsertBefore(instruction, Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Box, type), Instruction.Create(OpCodes.Call, calls.Scan));
    }

    /// <summary>
    /// Whether it is nothing to count: a constructor that only calls <c>object</c>'s, as closures have, what returns a field and is no lambda,
    /// which a sequence may call for each of its members, or what the compiler runs once to keep functions in.
    /// </summary>
    private static bool IsEmpty(MethodDefinition method) => method is { IsConstructor: true, IsStatic: true } || method.Body.Instructions is
        [_, { OpCode.Code: Code.Ldfld }, { OpCode.Code: Code.Ret }] && !method.Name.Contains(">b__", StringComparison.Ordinal)
        || method.Body.Instructions is [_, { Operand: MethodReference { Name: ".ctor", DeclaringType.FullName: "System.Object" } }, { OpCode.Code: Code.Ret }];
}
