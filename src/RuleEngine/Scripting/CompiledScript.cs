using System.Reflection;
using RuleEngine.Model.Rules;

namespace RuleEngine.Scripting;

/// <summary>A compiled script: an assembly that needs no compiler to run, and holds the lines of its source.</summary>
internal static class CompiledScript
{
    public const string ClassName = "RuleScript";

    /// <summary>Runs the script. What it throws comes out unwrapped.</summary>
    /// <returns>The form; null where the script returns none.</returns>
    public static Rule? Run(Assembly assembly)
    {
        var factory = assembly.EntryPoint!
            .CreateDelegate<Func<object?[], Task<Rule?>>>();
        return factory(new object?[2]).GetAwaiter().GetResult();
    }
}
