using System.Runtime.Loader;
using RuleEngine.Model.Rules;

namespace RuleEngine.Scripting;

/// <summary>A compiled script: an assembly that needs no compiler to run.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Symbols">Its portable debug information, by which a failure names the script's line.</param>
internal sealed record CompiledScript(byte[] Assembly, byte[] Symbols)
{
    public const string ClassName = "RuleScript";

    /// <summary>Runs the script. What it throws comes out unwrapped.</summary>
    /// <returns>The form; null where the script returns none.</returns>
    public Rule? Run(AssemblyLoadContext context)
    {
        var assembly = context.LoadFromStream(new MemoryStream(Assembly), new MemoryStream(Symbols));
        var factory = assembly.GetType(ClassName, throwOnError: true)!.GetMethod("<Factory>")!
            .CreateDelegate<Func<object?[], Task<Rule?>>>();
        return factory(new object?[2]).GetAwaiter().GetResult();
    }
}
