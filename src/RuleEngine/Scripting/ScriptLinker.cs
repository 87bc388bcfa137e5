using Mono.Cecil;
using Mono.Cecil.Cil;
using RuleEngine.Scripting.Guarding;
using RuleEngine.Scripting.Metering;
using CodeAnalysis = Microsoft.CodeAnalysis;

namespace RuleEngine.Scripting;

/// <summary>
/// Finishes a compiled script so that it starts fast. The compiler makes an asynchronous method of every script, which starts a state
/// machine through a generic method over the script's own value type, and that no image can hold compiled. A rule waits for nothing:
/// its state machine is run here by a direct call. The script's factory becomes the entry point, which is found without a search.
/// What it does is counted from there on.
/// </summary>
internal static class ScriptLinker
{
    /// <param name="assembly">What the compiler emitted.</param>
    /// <param name="root">What it was compiled from.</param>
    /// <param name="refusals">What the compiled code may not hold goes here.</param>
    /// <param name="needsFreshForm">Whether the script must be run anew for each check.</param>
    /// <param name="isMetered">False only to measure what counting costs.</param>
    /// <returns>The finished script; null where something is refused.</returns>
    public static byte[]? Link(byte[] assembly, CodeAnalysis.SyntaxNode root, Refusals refusals, bool needsFreshForm, bool isMetered)
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(assembly), new ReaderParameters { ReadSymbols = true, InMemory = true });
        new EmittedReview(module, root, refusals).Check();
        if (refusals.Faults.Any())
            return null;
        var script = module.GetType(CompiledScript.ClassName);
        module.EntryPoint = script.Methods.Single(method => method.Name == "<Factory>");
        if (needsFreshForm)
            module.EntryPoint.Name = CompiledScript.FreshFactory;
        var initialize = script.Methods.Single(method => method.Name == "<Initialize>");
        var start = initialize.Body.Instructions.Single(each => each.Operand is MethodReference { Name: "Start" });
        var stateMachine = ((GenericInstanceMethod)start.Operand).GenericArguments[0].Resolve();
        var run = stateMachine.Methods.Single(method => method.Name == "MoveNext");
        run.IsAssembly = true;
        var body = initialize.Body.GetILProcessor();
        body.InsertAfter(start, body.Create(OpCodes.Pop));
        body.Replace(start, body.Create(OpCodes.Call, run));
        if (isMetered)
            Instrumentation.AddTo(module);
        using var linked = new MemoryStream();
        module.Write(linked, new WriterParameters { WriteSymbols = true, SymbolWriterProvider = new EmbeddedSymbols() });
        return linked.ToArray();
    }
}
