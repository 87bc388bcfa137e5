using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Model.Settings;

/// <summary>How loud findings are in some of the files.</summary>
public sealed class SeverityOverride : Node
{
    internal SeverityOverride(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>Which files, as globs.</summary>
    public Members<string> Paths { get; internal set; } = Members<string>.None;

    /// <summary>How loud, by finding id, rule id or set.</summary>
    public IReadOnlyList<KeyValuePair<string, Severity>> Severity { get; internal set; } = [];
}
