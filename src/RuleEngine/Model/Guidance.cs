using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>Who guides the arrangement, at what level, and by what instruments.</summary>
public sealed class Guidance : Node
{
    internal Guidance(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>The level; null when not stated.</summary>
    public GuidanceLevel? Level { get; internal set; }

    /// <summary>What is done at that level; null when not stated.</summary>
    public GuidanceRole? Role { get; internal set; }

    /// <summary>The instruments cited; empty when none is.</summary>
    public IReadOnlyList<Instrument> Instruments { get; internal set; } = [];

    /// <summary>The consensus of heads of state that the arrangement is said to override; null when nothing is said.</summary>
    public string? Overrides { get; internal set; }

    /// <summary>The places of the properties.</summary>
    public GuidancePlaces At => new(this);
}
