using Mono.Cecil;
using Mono.Cecil.Cil;

namespace RuleEngine.Scripting;

/// <summary>
/// What runs a compiled script. The compiler makes an asynchronous method of every script: it starts a state machine through a generic method
/// over the script's own value type, which no image can hold compiled, and gives its result to a task, whose code a start would have to make
/// ready for nothing. A rule waits for nothing: here its state machine is run by a direct call and keeps its result for the caller, and what
/// the script throws goes through.
/// </summary>
internal static class ScriptFactory
{
    /// <returns>The method that runs the script and returns its form.</returns>
    public static MethodDefinition Make(TypeDefinition script)
    {
        var factory = script.Methods.Single(method => method.Name == "<Factory>");
        var initialize = script.Methods.Single(method => method.Name == "<Initialize>");
        var form = ((GenericInstanceType)initialize.ReturnType).GenericArguments[0];
        var start = initialize.Body.Instructions.Single(each => each.Operand is MethodReference { Name: "Start" });
        var stateMachine = ((GenericInstanceMethod)start.Operand).GenericArguments[0].Resolve();
        var run = stateMachine.Methods.Single(method => method.Name == "MoveNext");
        var result = new FieldDefinition("<>result", FieldAttributes.Assembly, form);
        stateMachine.Fields.Add(result);
        KeepResult(run, result);
        RunDirectly(initialize, start, run, result);
        stateMachine.Fields.Remove(stateMachine.Fields.Single(field => IsBuilder(field.FieldType)));
        stateMachine.Methods.Remove(stateMachine.Methods.Single(method => method.Name == "SetStateMachine"));
        stateMachine.Interfaces.Clear();
        factory.ReturnType = initialize.ReturnType = form;
        return factory;
    }

    private static bool IsBuilder(TypeReference type) => type.GetElementType().FullName == "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1";

    private static bool IsOfBuilder(Instruction instruction, string name) => instruction.Operand is MethodReference method && method.Name == name && IsBuilder(method.DeclaringType);

    private static bool LoadsBuilder(Instruction instruction) => instruction is { OpCode.Code: Code.Ldflda, Operand: FieldReference field } && IsBuilder(field.FieldType);

    /// <summary>The state machine would tell its builder how it ended: it keeps its result instead, and lets go what it caught.</summary>
    private static void KeepResult(MethodDefinition run, FieldDefinition result)
    {
        run.IsAssembly = true;
        run.IsVirtual = run.IsNewSlot = run.IsFinal = false;
        run.Overrides.Clear();
        var code = run.Body.GetILProcessor();
        foreach (var instruction in run.Body.Instructions.ToList())
        {
            if (LoadsBuilder(instruction))
            {
                (instruction.OpCode, instruction.Operand) = (OpCodes.Nop, null);
            }
            else if (IsOfBuilder(instruction, "SetResult"))
            {
                (instruction.OpCode, instruction.Operand) = (OpCodes.Stfld, result);
            }
            else if (IsOfBuilder(instruction, "SetException"))
            {
                (instruction.OpCode, instruction.Operand) = (OpCodes.Pop, null);
                code.InsertAfter(instruction, code.Create(OpCodes.Rethrow));
                code.InsertAfter(instruction, code.Create(OpCodes.Pop));
            }
        }
    }

    private static void RunDirectly(MethodDefinition initialize, Instruction start, MethodDefinition run, FieldDefinition result)
    {
        var code = initialize.Body.GetILProcessor();
        foreach (var instruction in initialize.Body.Instructions.ToList())
        {
            if (IsOfBuilder(instruction, "Create"))
            {
                // The state machine's address, the builder and its place in the state machine.
                code.Remove(instruction.Previous);
                code.Remove(instruction.Next);
                code.Remove(instruction);
            }
            else if (LoadsBuilder(instruction))
            {
                (instruction.OpCode, instruction.Operand) = (OpCodes.Nop, null);
            }
            else if (IsOfBuilder(instruction, "get_Task"))
            {
                (instruction.OpCode, instruction.Operand) = (OpCodes.Ldfld, result);
            }
        }

        code.InsertAfter(start, code.Create(OpCodes.Call, run));
        (start.OpCode, start.Operand) = (OpCodes.Pop, null);
    }
}
