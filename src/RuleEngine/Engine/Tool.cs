using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>What produced a report.</summary>
/// <param name="Version">The engine's version.</param>
/// <param name="LazyRules">The hash of the rule pack.</param>
/// <param name="Principles">What it checked against.</param>
public sealed record Tool(string Version, Lazy<string> LazyRules, IReadOnlyList<Principle> Principles)
{
    /// <summary>The program's name.</summary>
    public const string Name = "ruleengine";

    /// <summary>The hash of the rule pack, reckoned when it is first asked for.</summary>
    public string Rules => LazyRules.Value;

    /// <summary>The sets of the pack that it checked against; null for all.</summary>
    public IReadOnlyList<string>? Sets { get; init; }

    /// <summary>This engine with a pack.</summary>
    public static Tool With(RulePack pack) => new(OwnVersion, pack.LazyHash, pack.Asked) { Sets = pack.Sets };

    /// <summary>This engine without a pack, as where none could be read.</summary>
    public static Tool Alone() => new(OwnVersion, new Lazy<string>(""), []);

    /// <summary>As the build's version has it. To ask the assembly for it would take half a millisecond of every start.</summary>
    private const string OwnVersion = "0.1.0";
}
