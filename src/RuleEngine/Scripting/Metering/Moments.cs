using Mono.Cecil;
using Mono.Cecil.Cil;
using RuleEngine.Scripting.Guarding;

namespace RuleEngine.Scripting.Metering;

/// <summary>
/// Methods of a script that are over in a moment and make nothing, and that somebody else is charged for: they count nothing themselves.
/// </summary>
internal sealed class Moments
{
    /// <summary>The longest method that whoever calls it pays for, in instructions: a call of it counts as so many. It calls no other of the script's.</summary>
    private const int MostInstructions = 40;

    /// <summary>So many instructions of a script are one step, so that a long line of them is no way around the budget.</summary>
    private const int InstructionsPerStep = 256;

    private readonly HashSet<MethodDefinition> _handedToModel = [];
    private readonly HashSet<MethodDefinition> _calledOnly;

    /// <param name="module">The script.</param>
    /// <param name="ending">Its methods that come back without having run one that is not known beforehand.</param>
    public Moments(ModuleDefinition module, HashSet<MethodDefinition> ending)
    {
        var methods = module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).ToList();
        var handedOn = new HashSet<MethodDefinition>();
        foreach (var instruction in methods.SelectMany(method => method.Body.Instructions).Where(instruction => instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn or Code.Ldtoken))
        {
            if (instruction.Operand is MethodReference function && IsOwn(function))
                (IsHandedToModel(instruction) ? _handedToModel : handedOn).Add(function.Resolve());
        }

        _calledOnly = [.. methods.Where(method => ending.Contains(method) && !handedOn.Contains(method) && !_handedToModel.Contains(method) && IsShort(method))];
        _handedToModel.RemoveWhere(function => handedOn.Contains(function) || !ending.Contains(function) || !function.ReturnType.IsPrimitive
            || !IsPlain(function.Body, mayCallOwn: true) || Steps(function.Body.Instructions) > 1);
    }

    /// <summary>
    /// Whether it counts nothing: it does nothing; or it is short, and only the script calls it, by its name; or it is a function handed on
    /// nowhere but to a list of the model, which charges for its members itself, that makes nothing and turns no loop.
    /// </summary>
    public bool Contains(MethodDefinition method) => IsEmpty(method) || _calledOnly.Contains(method) || _handedToModel.Contains(method);

    /// <summary>What running through the instructions once takes, calls of methods that count nothing included: at least 1.</summary>
    public int Steps(IEnumerable<Instruction> instructions) =>
        1 + (instructions.Sum(instruction => instruction.Operand is MethodReference called && IsOwn(called) && _calledOnly.Contains(called.Resolve()) ? MostInstructions : 1) / InstructionsPerStep);

    private static bool IsShort(MethodDefinition method) => !method.IsVirtual && method.Body.Instructions.Count <= MostInstructions && !method.Body.HasExceptionHandlers
        && (method.ReturnType.IsPrimitive || method.ReturnType.FullName == "System.Void") && !method.Parameters.Any(parameter => CallTypes.IsSequence(parameter.ParameterType)) && IsPlain(method.Body, mayCallOwn: false);

    private static bool IsOwn(MethodReference called) => called.DeclaringType.GetElementType() is TypeDefinition;

    /// <summary>
    /// Whether it is nothing to count: a constructor that only calls <c>object</c>'s, as closures have, what returns a field and is no lambda,
    /// which a sequence may call for each of its members, or what the compiler runs once to keep functions in.
    /// </summary>
    private static bool IsEmpty(MethodDefinition method) => method is { IsConstructor: true, IsStatic: true } || method.Body.Instructions is
        [_, { OpCode.Code: Code.Ldfld }, { OpCode.Code: Code.Ret }] && !method.Name.Contains(">b__", StringComparison.Ordinal)
        || method.Body.Instructions is [_, { Operand: MethodReference { Name: ".ctor", DeclaringType.FullName: "System.Object" } }, { OpCode.Code: Code.Ret }];

    /// <summary>Whether the next call but the delegate's own constructor is a list of the model's; the compiler may keep the delegate for the next time.</summary>
    private static bool IsHandedToModel(Instruction load)
    {
        var next = load.OpCode == OpCodes.Ldftn ? load.Next?.Next : null;
        if (next is { OpCode.Code: Code.Dup, Next: { OpCode.Code: Code.Stsfld } kept })
            next = kept.Next;
        return next is { Operand: MethodReference { DeclaringType: GenericInstanceType { ElementType.FullName: "RuleEngine.Model.Members`1" } } };
    }

    /// <summary>Whether it turns no loop, makes nothing and calls nothing that costs more than a moment.</summary>
    private static bool IsPlain(MethodBody body, bool mayCallOwn) => new MethodCode(body).BackwardBranches().Count == 0
        && body.Instructions.All(instruction => instruction.OpCode.Code is not (Code.Newobj or Code.Newarr or Code.Box) && (instruction.Operand is not MethodReference called || IsMoment(called, mayCallOwn)));

    private static bool IsMoment(MethodReference called, bool mayCallOwn) =>
        IsOwn(called) ? mayCallOwn : AllowList.Shared.Of(MemberName.Of(called.DeclaringType), MemberName.Of(called)) == Cost.Free;
}
