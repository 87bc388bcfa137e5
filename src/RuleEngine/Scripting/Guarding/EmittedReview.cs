using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mono.Cecil;
using Mono.Cecil.Cil;
using RuleEngine.Model.Faults;
using RuleEngine.Scripting.Metering;
using Location = RuleEngine.Model.Places.Location;

namespace RuleEngine.Scripting.Guarding;

/// <summary>
/// What the compiler made of a script: every member and type that the code refers to, the flags and layouts that are no references, the
/// instructions themselves. It holds against whatever <see cref="OperationReview"/> does not see.
/// </summary>
internal sealed class EmittedReview(ModuleDefinition module, SyntaxNode root, Refusals refusals)
{
    /// <summary>How many bytes the variables of one method may take.</summary>
    private const int MostFrameBytes = 32 * 1024;

    private const string Internals = "<PrivateImplementationDetails>";

    private readonly ValueSize _sizes = new();

    public void Check()
    {
        if (module.HasResources || module.HasExportedTypes || module.ModuleReferences.Count > 0)
            Refuse(module.Types[0], "It carries more than code.");
        foreach (var type in module.GetTypes())
        {
            CheckType(type);
            foreach (var field in type.Fields)
                CheckField(field);
            foreach (var method in type.Methods)
                CheckMethod(method);
        }
    }

    private void CheckType(TypeDefinition type)
    {
        if (IsInternal(type))
            return;
        if (type.IsExplicitLayout || type.ClassSize > 0 || type.PackingSize > 0)
            Refuse(type, $"`{type.Name}` lays out its own memory.");
        if (type.HasGenericParameters && type.Interfaces.Select(each => each.InterfaceType).Append(type.BaseType).OfType<GenericInstanceType>().Any(used => used.GenericArguments.Any(IsGrowing)))
            Refuse(type, "It makes a generic type of a generic type without end: write the type out.");
        foreach (var used in type.Interfaces.Select(each => each.InterfaceType).Append(type.BaseType))
        {
            if (used is not null && RefusedType(used) is { } refused)
                Refuse(type, $"`{type.Name}` derives from `{refused}`.");
        }
    }

    private void CheckField(FieldDefinition field)
    {
        var type = field.DeclaringType;
        if (IsInternal(type))
            return;
        if (field is { IsStatic: true, HasConstant: false } && !type.Name.StartsWith("<>", StringComparison.Ordinal))
            Refuse(type, $"`{field.Name}` is static and would outlive the check.");
        if (field.HasLayoutInfo || field.RVA != 0)
            Refuse(type, $"`{field.Name}` lays out its own memory.");
        if (RefusedType(field.FieldType) is { } refused)
            Refuse(type, $"`{field.Name}` is a `{refused}`.");
        if (_sizes.Of(field.FieldType) > ValueSize.Most)
            Refuse(type, $"`{field.Name}` takes more than {ValueSize.Most} bytes: use a class.");
    }

    private void CheckMethod(MethodDefinition method)
    {
        const MethodImplAttributes harmless = MethodImplAttributes.AggressiveInlining | MethodImplAttributes.NoInlining;
        if (method.DeclaringType.BaseType?.FullName == "System.MulticastDelegate")
            return;
        if (method.HasPInvokeInfo || method.IsPInvokeImpl || (method.ImplAttributes & ~harmless) != 0)
            Refuse(method, null, "It calls foreign code, or asks the runtime for more than a plain method.");
        if (method.IsConstructor && method.IsStatic && !method.DeclaringType.Name.StartsWith("<>", StringComparison.Ordinal))
            Refuse(method, null, "It runs when the runtime likes.");
        if (method is { Name: "Finalize", IsVirtual: true, IsNewSlot: false })
            Refuse(method, null, "A finalizer runs when the runtime likes.");
        if (!method.HasBody)
            return;
        if (method.Body.Variables.Select(variable => variable.VariableType).Concat(method.Parameters.Select(parameter => parameter.ParameterType)).Sum(_sizes.Of) > MostFrameBytes
            || method.Body.Variables.Any(variable => _sizes.Of(variable.VariableType) > ValueSize.Most))
        {
            Refuse(method, null, $"Its variables take more than {MostFrameBytes / 1024} KB, or one of them more than {ValueSize.Most} bytes: use classes and lists.");
        }

        foreach (var type in method.Body.Variables.Select(variable => variable.VariableType).Concat(method.Parameters.Select(parameter => parameter.ParameterType)).Append(method.ReturnType))
        {
            if (RefusedType(type) is { } refused)
                Refuse(method, null, $"It holds a `{refused}`.");
        }

        foreach (var instruction in method.Body.Instructions)
            CheckInstruction(instruction, method);
    }

    private void CheckInstruction(Instruction instruction, MethodDefinition method)
    {
        if (instruction.OpCode.Code is Code.Localloc or Code.Calli or Code.Jmp or Code.Cpblk or Code.Initblk or Code.Mkrefany or Code.Refanyval or Code.Refanytype or Code.Arglist or Code.Volatile or Code.Unaligned
            or Code.Tail or Code.No)
        {
            Refuse(method, instruction, "It works on memory as such.");
        }

        if (instruction.Operand is TypeReference type && RefusedType(type) is { } refused)
            Refuse(method, instruction, $"It uses `{refused}`.");
        if (instruction.Operand is MemberReference member and not TypeReference)
        {
            if (RefusedMember(member, instruction.OpCode) is { } name)
                Refuse(method, instruction, $"It uses `{name}`.");
            if (HasOpenType(member) && HandedOnMembers.IsCharged(instruction))
                Refuse(method, instruction, "A library's member is handed on as a function of a type that is open: write a lambda that calls it.");
            if (IsGrowing(member))
                Refuse(method, instruction, "It makes a generic type of a generic type without end: write the type out.");
        }
    }

    private static string? RefusedMember(MemberReference member, OpCode code)
    {
        if (member.DeclaringType is ArrayType)
            return "an array of several dimensions";
        if (RefusedType(member.DeclaringType) is { } refused)
            return refused;
        if (member is GenericInstanceMethod instance && instance.GenericArguments.Select(RefusedType).FirstOrDefault(argument => argument is not null) is { } refusedArgument)
            return refusedArgument;
        if (member.DeclaringType.GetElementType() is TypeDefinition)
            return null;
        var type = MemberName.Of(member.DeclaringType);
        var name = member is MethodReference method ? MemberName.Of(method) : MemberName.Of((FieldReference)member, code == OpCodes.Stfld || code == OpCodes.Stsfld);
        return AllowList.Shared.Of(type, name) is null or Cost.Never && !IsMade(member) ? name : null;
    }

    /// <summary>Constructors of functions, which the compiler writes for each lambda, and of tuples' fields, which have no property.</summary>
    private static bool IsMade(MemberReference member) => member is MethodReference { Name: ".ctor", Parameters: [{ ParameterType.FullName: "System.Object" }, { ParameterType.FullName: "System.IntPtr" }] };

    /// <summary>The first type in it that a script may not hold; null where there is none.</summary>
    private static string? RefusedType(TypeReference type) => type switch
    {
        GenericParameter => null,
        PointerType or FunctionPointerType or PinnedType or SentinelType => type.FullName,
        GenericInstanceType instance => RefusedType(instance.ElementType) ?? instance.GenericArguments.Select(RefusedType).FirstOrDefault(refused => refused is not null),
        ArrayType { Rank: > 1 } => "an array of several dimensions",
        TypeSpecification specification => RefusedType(specification.ElementType),
        TypeDefinition => null,
        _ => AllowList.Shared.HasEmittedType(MemberName.Of(type)) ? null : MemberName.Of(type),
    };

    /// <summary>Whether a generic member of the script's is called with a type made of the caller's own parameters, as in F&lt;T&gt; calling F&lt;(T, T)&gt;.</summary>
    private static bool IsGrowing(MemberReference member) =>
        member.DeclaringType.GetElementType() is TypeDefinition
        && ((member as GenericInstanceMethod)?.GenericArguments ?? Enumerable.Empty<TypeReference>()).Concat((member.DeclaringType as GenericInstanceType)?.GenericArguments ?? Enumerable.Empty<TypeReference>())
            .Any(argument => argument is not GenericParameter && argument.ContainsGenericParameter);

    /// <summary>Whether it is a script's own generic type, of something that is made of the parameters around it.</summary>
    private static bool IsGrowing(TypeReference argument) => argument is GenericInstanceType { ContainsGenericParameter: true } instance
        && ((instance.ElementType is TypeDefinition && instance.GenericArguments.Any(inner => inner is not GenericParameter && inner.ContainsGenericParameter)) || instance.GenericArguments.Any(IsGrowing));

    private static bool HasOpenType(MemberReference member) =>
        member.DeclaringType.ContainsGenericParameter || (member is GenericInstanceMethod method && method.GenericArguments.Any(argument => argument.ContainsGenericParameter));

    private static bool IsInternal(TypeReference type) => type.Name.StartsWith(Internals, StringComparison.Ordinal) || (type.DeclaringType is { } outer && IsInternal(outer));

    private void Refuse(TypeDefinition type, string message)
    {
        var name = type.Name.IndexOf('`') is > 0 and var mark ? type.Name[..mark] : type.Name;
        refusals.Add(RuleFaults.ForbiddenCode, (SyntaxNode?)root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault(declared => declared.Identifier.Text == name) ?? root, message);
    }

    private void Refuse(MethodDefinition method, Instruction? instruction, string message)
    {
        var lines = method.DebugInformation.SequencePoints.Where(point => !point.IsHidden).ToList();
        var line = (instruction is null ? null : lines.LastOrDefault(point => point.Offset <= instruction.Offset)) ?? lines.FirstOrDefault();
        refusals.Add(RuleFaults.ForbiddenCode, line is null ? new Location(1, 1, 1, 2, null, null) : new Location(line.StartLine, line.StartColumn, line.EndLine, line.EndColumn, null, null),
            $"{message} {(message.EndsWith("`.", StringComparison.Ordinal) ? "A rule may not: write it more plainly." : "")}".TrimEnd());
    }
}
