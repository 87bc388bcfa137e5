using RuleEngine.Model.Rules;
using RuleEngine.Scripting;

namespace RuleEngine.Engine.Isolation;

/// <summary>Reads a rule pack whose scripts are compiled and run in a process of their own.</summary>
public static class IsolatedPack
{
    /// <param name="sources">Where the packs are, at least one.</param>
    /// <param name="command">The program, and its arguments, that does nothing but <see cref="RuleWorker"/>'s work with its standard input and output.</param>
    /// <param name="limits">What that process may take.</param>
    /// <exception cref="IOException">The program cannot be started.</exception>
    public static RulePack Read(IReadOnlyList<PackSource> sources, IReadOnlyList<string> command, IsolationLimits limits)
    {
        var rules = new IsolatedRules(command, limits);
        return PackReader.Read(sources, rules) with { Host = rules };
    }
}
