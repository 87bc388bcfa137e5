using Mono.Cecil;
using Mono.Cecil.Cil;
using NUnit.Framework;

namespace RuleEngine.Tests.Scripting;

/// <summary>What would cost every start of every rule is not in a compiled script.</summary>
public class ScriptLinkerTests
{
    private static IEnumerable<string> Compiled => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "compiled"), "*.dll");

    [Test]
    public void Compiled_rules_make_no_list_types_of_their_own()
    {
        var made = Instructions().Where(each => each.OpCode == OpCodes.Newobj).Select(each => ((MethodReference)each.Operand).DeclaringType).ToList();
        Assert.That(made.Select(type => type.FullName).Where(name => name.Contains("<>z__", StringComparison.Ordinal)), Is.Empty);
        Assert.That(made.Select(type => type.GetElementType().Name), Does.Contain("ScriptList`1"));
    }

    [Test]
    public void Compiled_rules_need_no_task_to_give_their_form() => Assert.That(
        Instructions().Select(each => each.Operand?.ToString() ?? "").Where(operand => operand.Contains("System.Threading.Tasks", StringComparison.Ordinal) || operand.Contains("AsyncTaskMethodBuilder", StringComparison.Ordinal)),
        Is.Empty);

    private static IEnumerable<Instruction> Instructions()
    {
        foreach (var file in Compiled)
        {
            using var module = ModuleDefinition.ReadModule(file);
            foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody && !method.DeclaringType.Name.StartsWith("<>z__", StringComparison.Ordinal)))
            {
                foreach (var instruction in method.Body.Instructions)
                    yield return instruction;
            }
        }
    }
}
