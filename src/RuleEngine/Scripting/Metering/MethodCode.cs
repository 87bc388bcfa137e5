using Mono.Cecil;
using Mono.Cecil.Cil;

namespace RuleEngine.Scripting.Metering;

/// <summary>A method's instructions while others are put between them. Branches to an instruction come to what was put before it.</summary>
internal sealed class MethodCode(MethodBody body)
{
    private readonly Dictionary<Instruction, Instruction> _moved = [];
    private VariableDefinition? _meter;

    /// <summary>Whether anything was put into the method that asks for its meter.</summary>
    public bool HasMeter => _meter is not null;

    /// <summary>Where the method keeps its meter.</summary>
    public VariableDefinition Meter(MeterCalls calls) => _meter ??= NewVariable(calls.Meter);

    public TypeReference ReturnType => body.Method.ReturnType;

    /// <summary>Branches to themselves or to an instruction before them, and the first instruction that they come back to.</summary>
    public Dictionary<Instruction, Instruction> BackwardBranches()
    {
        var positions = new Dictionary<Instruction, int>();
        for (var index = 0; index < body.Instructions.Count; index++)
            positions.Add(body.Instructions[index], index);
        var found = new Dictionary<Instruction, Instruction>();
        foreach (var instruction in body.Instructions)
        {
            if (Targets(instruction).MinBy(target => positions[target]) is { } first && positions[first] <= positions[instruction])
                found.Add(instruction, first);
        }

        return found;
    }

    /// <summary>The instructions from one to another, both counted.</summary>
    public IEnumerable<Instruction> Between(Instruction first, Instruction last) =>
        body.Instructions.SkipWhile(instruction => instruction != first).TakeWhile(instruction => instruction.Previous != last);

    /// <summary>
    /// Puts instructions before one, and after what is there before it already. What was the instruction's object is the first of them
    /// from then on, so that branches, handlers and lines that point to it need no change.
    /// </summary>
    public void InsertBefore(Instruction instruction, params ReadOnlySpan<Instruction> added)
    {
        var call = body.Instructions.IndexOf(Now(instruction));
        var position = WithPrefixes(call);
        var old = body.Instructions[position];
        var moved = Instruction.Create(OpCodes.Nop);
        (moved.OpCode, moved.Operand) = (old.OpCode, old.Operand);
        (old.OpCode, old.Operand) = (added[0].OpCode, added[0].Operand);
        for (var index = 1; index < added.Length; index++)
            body.Instructions.Insert(position + index, added[index]);
        body.Instructions.Insert(position + added.Length, moved);
        if (position == call)
            _moved[instruction] = moved;
    }

    /// <summary>Puts instructions after one.</summary>
    public void InsertAfter(Instruction instruction, params ReadOnlySpan<Instruction> added)
    {
        var position = body.Instructions.IndexOf(Now(instruction)) + 1;
        foreach (var each in added)
            body.Instructions.Insert(position++, each);
    }

    /// <summary>Puts instructions where the method is entered, to which no branch comes.</summary>
    public void Open(params ReadOnlySpan<Instruction> added)
    {
        for (var index = 0; index < added.Length; index++)
            body.Instructions.Insert(index, added[index]);
        var lines = body.Method.DebugInformation.SequencePoints;
        if (lines.FirstOrDefault(point => !point.IsHidden) is { } first)
            lines.Insert(0, new SequencePoint(added[0], first.Document) { StartLine = first.StartLine, StartColumn = first.StartColumn, EndLine = first.EndLine, EndColumn = first.EndColumn });
    }

    public VariableDefinition NewVariable(TypeReference type)
    {
        var variable = new VariableDefinition(type);
        body.Variables.Add(variable);
        return variable;
    }

    /// <summary>Another instruction for the one that stands there now.</summary>
    public void Replace(Instruction instruction, OpCode code, object operand)
    {
        var now = Now(instruction);
        now.OpCode = code;
        now.Operand = operand;
    }

    /// <summary>Whether the instruction returned from the method before others were put before it.</summary>
    public bool IsReturn(Instruction instruction) => Now(instruction).OpCode == OpCodes.Ret;

    /// <summary>Takes away the prefixes of a call, which stand before it.</summary>
    public void RemovePrefixes(Instruction call)
    {
        var position = body.Instructions.IndexOf(Now(call));
        for (var index = WithPrefixes(position); index < position; index++)
            (body.Instructions[index].OpCode, body.Instructions[index].Operand) = (OpCodes.Nop, null);
    }

    /// <summary>What loads the function that a constructor makes a delegate of, which stands right before it; null for other constructors.</summary>
    public Instruction? LoadsFunction(Instruction constructor) =>
        body.Instructions.IndexOf(Now(constructor)) is > 0 and var position && body.Instructions[position - 1] is { OpCode.Code: Code.Ldftn } loads ? loads : null;

    /// <summary>The type that a call is constrained to; null where it is not.</summary>
    public TypeReference? Constraint(Instruction call)
    {
        var position = body.Instructions.IndexOf(Now(call));
        return position > 0 && body.Instructions[position - 1] is { OpCode.Code: Code.Constrained } prefix ? (TypeReference)prefix.Operand : null;
    }

    private Instruction Now(Instruction instruction) => _moved.GetValueOrDefault(instruction, instruction);

    private int WithPrefixes(int position)
    {
        while (position > 0 && body.Instructions[position - 1].OpCode.OpCodeType == OpCodeType.Prefix)
            position--;
        return position;
    }

    private static IEnumerable<Instruction> Targets(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };
}
