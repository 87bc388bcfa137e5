using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>What the arrangement brings one party.</summary>
public sealed class Stake : Node
{
    internal Stake(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>Whom it falls to.</summary>
    public Party Party { get; internal set; } = null!;

    /// <summary>Gain, cost or risk.</summary>
    public StakeKind Kind { get; internal set; } = null!;

    /// <summary>Its domain; null when not stated.</summary>
    public Domain? Domain { get; internal set; }

    /// <summary>What it is, in the coder's words; null when not stated.</summary>
    public string? Summary { get; internal set; }

    /// <summary>How much of the whole, in whatever unit the file uses for all shares; null when not stated.</summary>
    public double? Share { get; internal set; }

    /// <summary>How much it weighs; null when not stated.</summary>
    public StakeLevel? Level { get; internal set; }

    /// <summary>The places of the properties.</summary>
    public StakePlaces At => new(this);

    internal string? PartyId { get; set; }
}
