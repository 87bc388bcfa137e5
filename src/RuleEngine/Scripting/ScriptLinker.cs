using Mono.Cecil;
using RuleEngine.Scripting.Guarding;
using RuleEngine.Scripting.Metering;
using CodeAnalysis = Microsoft.CodeAnalysis;

namespace RuleEngine.Scripting;

/// <summary>
/// Finishes a compiled script so that it starts fast: it runs by a direct call, its factory is the entry point, which is found without a
/// search, and its lists are such as all scripts share. What it does is counted from there on.
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
        module.EntryPoint = ScriptFactory.Make(module.GetType(CompiledScript.ClassName));
        if (needsFreshForm)
            module.EntryPoint.Name = CompiledScript.FreshFactory;
        if (isMetered)
            Instrumentation.AddTo(module);
        SharedLists.Use(module);
        using var linked = new MemoryStream();
        module.Write(linked, new WriterParameters { WriteSymbols = true, SymbolWriterProvider = new EmbeddedSymbols() });
        return linked.ToArray();
    }
}
