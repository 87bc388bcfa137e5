using Mono.Cecil;
using Mono.Cecil.Cil;
using RuleEngine.Scripting.Guarding;

namespace RuleEngine.Scripting.Metering;

/// <summary>
/// Library members that a script hands on as functions (<c>names.Where(known.Contains)</c>), so that no call of the script's is there to
/// charge. Each gets a method of the script's own that calls it, and is handed on in its place.
/// </summary>
internal sealed class HandedOnMembers(ModuleDefinition module)
{
    private readonly TypeDefinition _owner = new("", "<Metered>", TypeAttributes.Class | TypeAttributes.NotPublic | TypeAttributes.Abstract | TypeAttributes.Sealed, module.TypeSystem.Object);
    private readonly Dictionary<string, MethodDefinition> _methods = new(StringComparer.Ordinal);

    /// <summary>Whether what the instruction loads costs something when it is called.</summary>
    public static bool IsCharged(Instruction instruction) => instruction is { OpCode.Code: Code.Ldftn or Code.Ldvirtftn, Operand: MethodReference member }
        && member.DeclaringType.GetElementType() is not TypeDefinition
        && AllowList.Shared.Of(MemberName.Of(member.DeclaringType), MemberName.Of(member)) is var cost && (cost is not (null or Cost.Free) || member.Name == "Invoke");

    public void Replace()
    {
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            foreach (var instruction in method.Body.Instructions.Where(IsCharged).ToList())
                Replace(instruction, method.Body);
        }

        if (_methods.Count > 0)
            module.Types.Add(_owner);
    }

    private void Replace(Instruction instruction, MethodBody body)
    {
        var own = MethodFor((MethodReference)instruction.Operand, instruction.OpCode == OpCodes.Ldvirtftn);
        if (instruction.OpCode == OpCodes.Ldvirtftn)
        {
            body.Instructions.Insert(body.Instructions.IndexOf(instruction) + 1, Instruction.Create(OpCodes.Ldftn, own));
            (instruction.OpCode, instruction.Operand) = (OpCodes.Pop, null);
        }
        else
        {
            instruction.Operand = own;
        }
    }

    private MethodDefinition MethodFor(MethodReference member, bool isVirtual)
    {
        var key = $"{member.FullName} {isVirtual}";
        if (_methods.TryGetValue(key, out var known))
            return known;
        var method = new MethodDefinition($"<{member.Name}>{_methods.Count}", MethodAttributes.Static | MethodAttributes.Assembly, CallTypes.Of(member.ReturnType, member));
        var code = method.Body.GetILProcessor();
        if (member.HasThis)
        {
            var isValue = member.DeclaringType.IsValueType;
            method.Parameters.Add(new ParameterDefinition(isValue ? module.TypeSystem.Object : member.DeclaringType));
            code.Emit(OpCodes.Ldarg, method.Parameters[0]);
            if (isValue)
                code.Emit(OpCodes.Unbox, member.DeclaringType);
        }

        foreach (var parameter in member.Parameters)
        {
            var own = new ParameterDefinition(CallTypes.Of(parameter.ParameterType, member));
            method.Parameters.Add(own);
            code.Emit(OpCodes.Ldarg, own);
        }

        code.Emit(isVirtual ? OpCodes.Callvirt : OpCodes.Call, member);
        code.Emit(OpCodes.Ret);
        _owner.Methods.Add(method);
        _methods.Add(key, method);
        return method;
    }
}
