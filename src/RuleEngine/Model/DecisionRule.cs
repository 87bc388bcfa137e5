using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>How one body of the arrangement decides.</summary>
public sealed class DecisionRule : Node
{
    internal DecisionRule(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>The body; null when not stated.</summary>
    public string? Body { get; internal set; }

    /// <summary>The rule; null when not stated.</summary>
    public DecisionRuleKind? Rule { get; internal set; }

    /// <summary>The parties that may veto; null when nothing is said about vetoes.</summary>
    public PartyList? Veto { get; internal set; }

    /// <summary>The party that decides; null when none is named.</summary>
    public Party? Lead { get; internal set; }

    /// <summary>Votes by party, 0 or more each; null when not stated.</summary>
    public IReadOnlyList<Votes>? Votes { get; internal set; }

    /// <summary>The places of the properties.</summary>
    public DecisionRulePlaces At => new(this);

    internal IReadOnlyList<string>? VetoIds { get; set; }

    internal string? LeadId { get; set; }

    internal IReadOnlyList<KeyValuePair<string, double>>? VotesById { get; set; }
}
