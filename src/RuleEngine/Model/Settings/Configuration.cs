using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Model.Settings;

/// <summary>What one <c>ruleengine.json</c> states. Paths and globs in it are relative to the folder that it stands in.</summary>
public sealed class Configuration : Node
{
    /// <summary>The name of the file that is looked for.</summary>
    public const string FileName = "ruleengine.json";

    internal Configuration(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>What reports call the file.</summary>
    public string Path => Document.Path;

    /// <summary>What this one builds on, the later the nearer: configurations, and rule packs in folders and packages; empty when nothing.</summary>
    public Members<string> Extends { get; internal set; } = Members<string>.None;

    /// <summary>The folder of the rule pack; null when not stated.</summary>
    public string? Rules { get; internal set; }

    /// <summary>The hash that the pack must have, as <c>json</c> prints it; null when not stated.</summary>
    public string? RulesHash { get; internal set; }

    /// <summary>What makes a run fail; null when not stated.</summary>
    public FailOn? FailOn { get; internal set; }

    /// <summary>Which files of folders are checked, as globs; null when not stated.</summary>
    public Members<string>? Include { get; internal set; }

    /// <summary>Which files of folders are left out, as globs; null when not stated.</summary>
    public Members<string>? Exclude { get; internal set; }

    /// <summary>How loud findings are, by finding id, rule id or set.</summary>
    public IReadOnlyList<KeyValuePair<string, Severity>> Severity { get; internal set; } = [];

    /// <summary>How loud they are in some of the files: what comes later has the last word.</summary>
    public Members<SeverityOverride> Overrides { get; internal set; } = Members<SeverityOverride>.None;

    /// <summary>Which findings somebody has accepted.</summary>
    public Members<Waiver> Waivers { get; internal set; } = Members<Waiver>.None;

    /// <summary>Where a property stands, or would.</summary>
    internal Place At(string property) => Place.Member(property);
}
