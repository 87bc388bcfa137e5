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
    public Members<Votes>? Votes { get; internal set; }

    /// <summary>Whether a rule is given: <c>unspecified</c> gives none.</summary>
    public bool HasRule => Rule is not null && Rule != DecisionRuleKind.Unspecified;

    /// <summary>Whether a majority decides.</summary>
    public bool IsMajority => Rule == DecisionRuleKind.SimpleMajority || Rule == DecisionRuleKind.QualifiedMajority;

    /// <summary>Whether every party has a veto, which is unanimity by another name.</summary>
    public bool HasVetoForAll => Veto is not null && Veto.Count == Arrangement.Parties.Count;

    /// <summary>Whether votes decide anything: under a majority rule, weighted voting or no stated rule, and not where all may veto.</summary>
    public bool CountsVotes => Total > 0 && !HasVetoForAll && (IsMajority || Rule == DecisionRuleKind.Weighted || !HasRule);

    /// <summary>The party that holds more than half of the votes; null where none does.</summary>
    public Party? MajorityHolder => CountsVotes ? Votes!.FirstOrDefault(votes => votes.Number * 2 > Total)?.Party : null;

    /// <summary>Whether every party has the same number of votes. A party that the votes leave out has none.</summary>
    public bool HasEqualVotes =>
        CountsVotes && Votes!.Count == Arrangement.Parties.Count && Votes.All(votes => votes.Number == Votes[0].Number);

    /// <summary>What it is called in a sentence: the body, or <c>The arrangement</c>.</summary>
    public string Label => Body ?? "The arrangement";

    /// <summary>The places of the properties.</summary>
    public DecisionRulePlaces At => new(this);

    private double Total => Votes?.Sum(votes => votes.Number) ?? 0;

    private Arrangement Arrangement => (Arrangement)Parent!;

    internal Members<string>? VetoIds { get; set; }

    internal string? LeadId { get; set; }

    internal IReadOnlyList<KeyValuePair<string, double>>? VotesById { get; set; }
}
