using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using RuleEngine.Model;
using RuleEngine.Scripting.Metering;

namespace RuleEngine.Scripting.Recording;

/// <summary>
/// Rewrites a compiled script so that each answer of the model passes through <see cref="FactRecorder.Read"/> on its way to the script.
/// </summary>
internal static class FactInstrumentation
{
    /// <summary>What is no fact: where something stands, what it is called in a sentence, a finding.</summary>
    private static readonly HashSet<string> NoFacts = ["get_At", "get_Place", "get_Label", "get_Reading", "get_Article", "get_Arrangement", "Report", "ToString", "Equals", "GetHashCode", "GetType"];

    /// <returns>The rewritten script.</returns>
    public static byte[] AddTo(byte[] assembly)
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(assembly), new ReaderParameters { ReadSymbols = true, InMemory = true });
        var read = module.ImportReference(typeof(FactRecorder).GetMethod(nameof(FactRecorder.Read)));
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
            AddTo(method, read);
        using var rewritten = new MemoryStream();
        module.Write(rewritten, new WriterParameters { WriteSymbols = true, SymbolWriterProvider = new EmbeddedSymbols() });
        return rewritten.ToArray();
    }

    private static void AddTo(MethodDefinition method, MethodReference read)
    {
        var body = method.Body;
        body.SimplifyMacros();
        var code = new MethodCode(body);
        var lines = Lines(method);
        foreach (var instruction in body.Instructions.ToList())
        {
            if (instruction.OpCode.Code is Code.Call or Code.Callvirt && instruction.Operand is MethodReference { HasThis: true } called && IsFact(called))
                Add(instruction, called, lines[instruction], code, read, method.Module);
        }

        body.InitLocals = true;
        body.OptimizeMacros();
    }

    private static bool IsFact(MethodReference called) =>
        called.ReturnType.FullName != "System.Void" && !NoFacts.Contains(called.Name)
        && typeof(Node).Assembly.GetType(called.DeclaringType.FullName) is { } type && (typeof(Node).IsAssignableFrom(type) || type == typeof(Alignment));

    /// <summary>Keeps who is asked below the answer, and hands both on.</summary>
    private static void Add(Instruction call, MethodReference called, int line, MethodCode code, MethodReference read, ModuleDefinition module)
    {
        var kept = called.Parameters.Select(parameter => code.NewVariable(parameter.ParameterType)).ToList();
        code.InsertBefore(call,
        [
            .. Enumerable.Reverse(kept).Select(each => Instruction.Create(OpCodes.Stloc, each)),
            Instruction.Create(OpCodes.Dup),
            .. kept.Select(each => Instruction.Create(OpCodes.Ldloc, each)),
        ]);
        var readOf = new GenericInstanceMethod(read);
        readOf.GenericArguments.Add(called.ReturnType);
        code.InsertAfter(call,
        [
            .. Arguments(kept, module),
            Instruction.Create(OpCodes.Ldstr, called.Name.StartsWith("get_", StringComparison.Ordinal) ? called.Name["get_".Length..] : called.Name),
            Instruction.Create(OpCodes.Ldc_I4, line),
            Instruction.Create(OpCodes.Call, readOf),
        ]);
    }

    private static IEnumerable<Instruction> Arguments(List<VariableDefinition> kept, ModuleDefinition module)
    {
        if (kept.Count == 0)
            return [Instruction.Create(OpCodes.Ldnull)];
        return
        [
            Instruction.Create(OpCodes.Ldc_I4, kept.Count),
            Instruction.Create(OpCodes.Newarr, module.TypeSystem.Object),
            .. kept.SelectMany((each, index) => (Instruction[])
            [
                Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldc_I4, index), Instruction.Create(OpCodes.Ldloc, each),
                Instruction.Create(OpCodes.Box, each.VariableType), Instruction.Create(OpCodes.Stelem_Ref),
            ]),
        ];
    }

    /// <summary>The line of the script that each instruction was compiled from; 0 where that is not known.</summary>
    private static Dictionary<Instruction, int> Lines(MethodDefinition method)
    {
        var starts = method.DebugInformation.SequencePoints.Where(point => !point.IsHidden).ToDictionary(point => point.Offset, point => point.StartLine);
        var lines = new Dictionary<Instruction, int>();
        var line = 0;
        foreach (var instruction in method.Body.Instructions)
        {
            line = starts.GetValueOrDefault(instruction.Offset, line);
            lines.Add(instruction, line);
        }

        return lines;
    }
}
