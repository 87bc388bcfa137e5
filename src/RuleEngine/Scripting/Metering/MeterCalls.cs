using System.Reflection;
using Mono.Cecil;

namespace RuleEngine.Scripting.Metering;

/// <summary>The members of <see cref="Metering.Meter"/> and <see cref="LibraryCharge"/>, as one compiled script refers to them.</summary>
internal sealed class MeterCalls
{
    private readonly ModuleDefinition _module;

    public MeterCalls(ModuleDefinition module)
    {
        _module = module;
        Meter = module.ImportReference(typeof(Metering.Meter));
        Step = Import(nameof(Metering.Meter.Step));
        Begin = Import(nameof(Metering.Meter.Begin));
        Enter = Import(nameof(Metering.Meter.Enter));
        Turn = Import(nameof(Metering.Meter.Turn));
        Turns = Import(nameof(Metering.Meter.Turns));
        Depth = Import("get_" + nameof(Metering.Meter.Depth));
        Leave = Import(nameof(Metering.Meter.Leave));
        Resume = Import(nameof(Metering.Meter.Resume));
        Caught = Import(nameof(Metering.Meter.Caught));
        Allocate = Import(nameof(Metering.Meter.Allocate));
        NewArray = ImportCharge(nameof(LibraryCharge.NewArray));
        Scan = ImportCharge(nameof(LibraryCharge.Scan));
        ScanText = ImportCharge(nameof(LibraryCharge.ScanText));
        Add = ImportCharge(nameof(LibraryCharge.Add));
        AddText = ImportCharge(nameof(LibraryCharge.AddText));
        Made = ImportCharge(nameof(LibraryCharge.Made));
        MadeText = ImportCharge(nameof(LibraryCharge.MadeText));
        Size = ImportCharge(nameof(LibraryCharge.Size));
        Format = ImportCharge(nameof(LibraryCharge.Format));
        Link = Import(nameof(Metering.Meter.Link));
        Whole = ImportCharge(nameof(LibraryCharge.Whole));
        Each = ImportCharge(nameof(LibraryCharge.Each));
        Yield = ImportCharge(nameof(LibraryCharge.Yield));
        Kept = ImportCharge(nameof(LibraryCharge.Kept));
        EachOf = ImportCharge(nameof(LibraryCharge.EachOf));
    }

    public MethodReference Step { get; }

    public MethodReference Begin { get; }

    public MethodReference Enter { get; }

    public MethodReference Turn { get; }

    public MethodReference Turns { get; }

    public MethodReference Depth { get; }

    public MethodReference Leave { get; }

    public MethodReference Resume { get; }

    public MethodReference Caught { get; }

    public MethodReference Allocate { get; }

    public MethodReference NewArray { get; }

    public MethodReference Scan { get; }

    public MethodReference ScanText { get; }

    public MethodReference Add { get; }

    public MethodReference AddText { get; }

    public MethodReference Made { get; }

    public MethodReference MadeText { get; }

    public MethodReference Size { get; }

    public MethodReference Format { get; }

    public MethodReference Link { get; }

    public MethodReference Whole { get; }

    public MethodReference EachOf { get; }

    public ValueSize Sizes { get; } = new();

    public TypeReference Meter { get; }

    public TypeReference Integer => _module.TypeSystem.Int32;

    private MethodReference Each { get; }

    private MethodReference Yield { get; }

    private MethodReference Kept { get; }

    /// <summary>What charges for going through a sequence of this type.</summary>
    public MethodReference EachIn(TypeReference sequence) => sequence is GenericInstanceType { GenericArguments: [var member] } ? Of(Each, member) : EachOf;

    /// <summary>What charges for each member of a sequence of this type.</summary>
    public MethodReference YieldOf(TypeReference sequence) => Of(Yield, ((GenericInstanceType)sequence).GenericArguments[0]);

    /// <summary>What makes a sequence of this type one that a script keeps; null where the type is another.</summary>
    public MethodReference? KeptOf(TypeReference type) =>
        type is GenericInstanceType { ElementType.FullName: "System.Collections.Generic.IEnumerable`1", GenericArguments: [var member] } ? Of(Kept, member) : null;

    /// <summary>What stands in for a library's member, with the arguments of the call.</summary>
    public MethodReference StandInFor(MethodReference called, string name)
    {
        var own = _module.ImportReference(StandIns.Of(name));
        var generic = new GenericInstanceMethod(own);
        foreach (var argument in ((called.DeclaringType as GenericInstanceType)?.GenericArguments ?? Enumerable.Empty<TypeReference>()).Concat((called as GenericInstanceMethod)?.GenericArguments ?? Enumerable.Empty<TypeReference>()))
            generic.GenericArguments.Add(argument);
        return generic.GenericArguments.Count == 0 ? own : generic;
    }

    private static GenericInstanceMethod Of(MethodReference generic, TypeReference member)
    {
        var method = new GenericInstanceMethod(generic);
        method.GenericArguments.Add(member);
        return method;
    }

    private MethodReference Import(string name) => Import(typeof(Metering.Meter), name);

    private MethodReference ImportCharge(string name) => Import(typeof(LibraryCharge), name);

    private MethodReference Import(Type type, string name) =>
        _module.ImportReference(type.GetMethod(name, BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)!);
}
