using Mono.Cecil;
using Mono.Cecil.Cil;

namespace RuleEngine.Scripting;

/// <summary>Writes the symbols into the assembly, which has no file whose name they could take.</summary>
internal sealed class EmbeddedSymbols : ISymbolWriterProvider
{
    private readonly EmbeddedPortablePdbWriterProvider _provider = new();

    public ISymbolWriter GetSymbolWriter(ModuleDefinition module, string fileName) => _provider.GetSymbolWriter(module, module.Name + ".pdb");

    public ISymbolWriter GetSymbolWriter(ModuleDefinition module, Stream symbolStream) => throw new NotSupportedException();
}
