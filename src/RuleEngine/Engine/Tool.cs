using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>What produced a report.</summary>
/// <param name="Version">The engine's version.</param>
/// <param name="Rules">The hash of the rule pack.</param>
public sealed record Tool(string Version, string Rules)
{
    /// <summary>The program's name.</summary>
    public const string Name = "ruleengine";

    /// <summary>This engine with a pack.</summary>
    public static Tool With(RulePack pack) => new(typeof(Tool).Assembly.GetName().Version!.ToString(3), pack.Hash);
}
