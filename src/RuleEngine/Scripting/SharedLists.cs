using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace RuleEngine.Scripting;

/// <summary>
/// The lists that a script writes as <c>[a, b]</c>. The compiler makes every script types of its own for them, and the runtime each of their
/// kinds anew for every script; <see cref="ScriptList{T}"/> does the same, and all scripts share it.
/// </summary>
internal static class SharedLists
{
    private const string OfSeveral = "<>z__ReadOnlyArray`1";
    private const string OfOne = "<>z__ReadOnlySingleElementList`1";

    public static void Use(ModuleDefinition module)
    {
        foreach (var method in module.GetTypes().Where(type => !IsOwn(type)).SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            if (!method.Body.Instructions.Any(Makes))
                continue;
            method.Body.SimplifyMacros();
            foreach (var instruction in method.Body.Instructions.Where(Makes).ToList())
                Replace(instruction, method.Body, module);
            method.Body.OptimizeMacros();
        }
    }

    private static bool IsOwn(TypeReference type) => type.GetElementType().Name is OfSeveral or OfOne;

    /// <summary>Values have code of their own for each of their kinds, which only the script's own types have beforehand.</summary>
    private static bool Makes(Instruction instruction) => instruction is { OpCode.Code: Code.Newobj, Operand: MethodReference { DeclaringType: GenericInstanceType { GenericArguments: [{ IsValueType: false, IsGenericParameter: false }] } list } }
        && IsOwn(list);

    private static void Replace(Instruction instruction, MethodBody body, ModuleDefinition module)
    {
        var made = ((MethodReference)instruction.Operand).DeclaringType;
        var member = ((GenericInstanceType)made).GenericArguments[0];
        if (made.GetElementType().Name == OfOne)
        {
            var code = body.GetILProcessor();
            var only = new VariableDefinition(member);
            body.Variables.Add(only);
            // What leads to the instruction leads to the first of what takes its place.
            var making = Instruction.Create(instruction.OpCode, (MethodReference)instruction.Operand);
            (instruction.OpCode, instruction.Operand) = (OpCodes.Stloc, only);
            var after = instruction;
            foreach (var next in (Instruction[])[
                Instruction.Create(OpCodes.Ldc_I4, 1), Instruction.Create(OpCodes.Newarr, member), Instruction.Create(OpCodes.Dup),
                Instruction.Create(OpCodes.Ldc_I4, 0), Instruction.Create(OpCodes.Ldloc, only), Instruction.Create(OpCodes.Stelem_Any, member), making])
            {
                code.InsertAfter(after, next);
                after = next;
            }

            instruction = making;
        }

        instruction.Operand = ListOf(member, module);
    }

    private static MethodReference ListOf(TypeReference member, ModuleDefinition module)
    {
        var open = module.ImportReference(typeof(ScriptList<>).GetConstructors().Single());
        var list = new GenericInstanceType(open.DeclaringType.GetElementType());
        list.GenericArguments.Add(member);
        var constructor = new MethodReference(open.Name, open.ReturnType, list) { HasThis = true };
        foreach (var parameter in open.Parameters)
            constructor.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        return constructor;
    }
}
