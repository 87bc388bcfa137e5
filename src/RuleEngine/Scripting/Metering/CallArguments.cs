using Mono.Cecil;
using Mono.Cecil.Cil;
using RuleEngine.Scripting.Guarding;

namespace RuleEngine.Scripting.Metering;

/// <summary>What a call of a library member finds on the stack: what it is called on, and its arguments.</summary>
internal sealed class CallArguments
{
    private readonly Instruction _call;
    private readonly MethodReference _called;
    private readonly MethodCode _code;
    private readonly MeterCalls _calls;
    private readonly List<TypeReference> _types = [];
    private readonly bool _isNew;
    private readonly bool _hasReceiver;

    /// <summary>The last argument that is declared as a string: where a member takes a format, it is that.</summary>
    private readonly int _format;

    public CallArguments(Instruction call, MethodReference called, bool isNew, MethodCode code, MeterCalls calls)
    {
        (_call, _called, _isNew, _code, _calls) = (call, called, isNew, code, calls);
        _hasReceiver = called.HasThis && !isNew;
        if (_hasReceiver)
            _types.Add(code.Constraint(call) is { } constraint ? new ByReferenceType(constraint) : called.DeclaringType.IsValueType ? new ByReferenceType(called.DeclaringType) : called.DeclaringType);
        _format = called.Parameters.LastOrDefault(parameter => parameter.ParameterType.FullName == "System.String") is { } format ? _types.Count + format.Index : -1;
        _types.AddRange(called.Parameters.Select(parameter => CallTypes.Of(parameter.ParameterType, called)));
    }

    public void Charge(Cost cost)
    {
        var added = new List<Instruction>();
        var lowest = 0;
        while (lowest < _types.Count && ChargeFor(cost, lowest).Count == 0)
            lowest++;
        if (lowest < _types.Count)
        {
            var kept = new Stack<VariableDefinition>();
            for (var index = _types.Count - 1; index > lowest; index--)
            {
                kept.Push(_code.NewVariable(_types[index]));
                added.Add(Instruction.Create(OpCodes.Stloc, kept.Peek()));
            }

            for (var index = lowest; index < _types.Count; index++)
            {
                if (index > lowest)
                    added.Add(Instruction.Create(OpCodes.Ldloc, kept.Pop()));
                added.AddRange(ChargeFor(cost, index));
            }

            _code.InsertBefore(_call, [.. added]);
        }

        var result = CallTypes.Of(_called.ReturnType, _called);
        if (cost is Cost.Copy or Cost.Format or Cost.Size && !_isNew && result.FullName != "System.Void")
            _code.InsertAfter(_call, [.. With(result, result.FullName == "System.String" ? _calls.MadeText : _calls.Made)]);
        else if (cost == Cost.Yield)
            _code.InsertAfter(_call, Instruction.Create(OpCodes.Call, _calls.YieldOf(result)));
    }

    /// <summary>What charges for the value on top of the stack, and leaves one there; nothing where it costs nothing.</summary>
    private List<Instruction> ChargeFor(Cost cost, int index) => ChargeFor(cost, _types[index], index == 0 && _hasReceiver, index == _format);

    private List<Instruction> ChargeFor(Cost cost, TypeReference type, bool isReceiver, bool isFormat) => cost switch
    {
        Cost.Each when CallTypes.IsSequence(type) => [Instruction.Create(OpCodes.Call, _calls.EachIn(type))],
        Cost.Size or Cost.Format when type.FullName == "System.Int32" => With(type, _calls.Size, isBoxed: false),
        Cost.Format when isFormat => With(type, _calls.Format),
        Cost.Scan or Cost.Copy when type.FullName == "System.String" => With(type, _calls.ScanText),
        Cost.Scan or Cost.Copy when CallTypes.HasExtent(type) => With(type, _calls.Scan),
        Cost.Add or Cost.Format when !isReceiver && type.FullName == "System.String" => With(type, _calls.AddText),
        Cost.Add or Cost.Format when !isReceiver && CallTypes.HasExtent(type) => With(type, _calls.Add),
        _ => [],
    };

    private List<Instruction> With(TypeReference type, MethodReference charge, bool isBoxed = true)
    {
        var added = new List<Instruction> { Instruction.Create(OpCodes.Dup) };
        if (type is ByReferenceType { ElementType: var value })
        {
            added.Add(Instruction.Create(OpCodes.Ldobj, value));
            type = value;
        }

        if (isBoxed && (type.IsValueType || type.IsGenericParameter))
            added.Add(Instruction.Create(OpCodes.Box, type));
        added.Add(Instruction.Create(OpCodes.Ldloc, _code.Meter(_calls)));
        added.Add(Instruction.Create(OpCodes.Call, charge));
        return added;
    }
}
