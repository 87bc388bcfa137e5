using System.Reflection;
using Mono.Cecil;

namespace RuleEngine.Scripting.Metering;

/// <summary>The <see cref="Meter"/>'s members, as one compiled script refers to them.</summary>
internal sealed class MeterCalls
{
    private readonly ModuleDefinition _module;

    public MeterCalls(ModuleDefinition module)
    {
        _module = module;
        Step = Import(nameof(Meter.Step));
        Enter = Import(nameof(Meter.Enter));
        Leave = Import(nameof(Meter.Leave));
        Resume = Import(nameof(Meter.Resume));
        New = Import(nameof(Meter.New));
        NewArray = Import(nameof(Meter.NewArray));
        Scan = Import(nameof(Meter.Scan));
        Add = Import(nameof(Meter.Add));
        Made = Import(nameof(Meter.Made));
        Size = Import(nameof(Meter.Size));
        Format = Import(nameof(Meter.Format));
        Link = Import(nameof(Meter.Link));
        Whole = Import(nameof(Meter.Whole));
        Each = Import(nameof(Meter.Each));
        EachOf = Import(nameof(Meter.EachOf));
    }

    public MethodReference Step { get; }

    public MethodReference Enter { get; }

    public MethodReference Leave { get; }

    public MethodReference Resume { get; }

    public MethodReference New { get; }

    public MethodReference NewArray { get; }

    public MethodReference Scan { get; }

    public MethodReference Add { get; }

    public MethodReference Made { get; }

    public MethodReference Size { get; }

    public MethodReference Format { get; }

    public MethodReference Link { get; }

    public MethodReference Whole { get; }

    public MethodReference EachOf { get; }

    public ValueSize Sizes { get; } = new();

    public TypeReference Integer => _module.TypeSystem.Int32;

    private MethodReference Each { get; }

    /// <summary>What charges for each member of a sequence of this type.</summary>
    public MethodReference EachIn(TypeReference sequence)
    {
        if (sequence is not GenericInstanceType { GenericArguments: [var member] })
            return EachOf;
        var each = new GenericInstanceMethod(Each);
        each.GenericArguments.Add(member);
        return each;
    }

    /// <summary>What stands in for a library's member, with the arguments of the call.</summary>
    public MethodReference StandInFor(MethodReference called, string name)
    {
        var own = _module.ImportReference(StandIns.Of(name));
        if (called is not GenericInstanceMethod instance)
            return own;
        var generic = new GenericInstanceMethod(own);
        foreach (var argument in instance.GenericArguments)
            generic.GenericArguments.Add(argument);
        return generic;
    }

    private MethodReference Import(string name) =>
        _module.ImportReference(typeof(Meter).GetMethod(name, BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)!);
}
