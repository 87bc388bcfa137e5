using RuleEngine.Model.Places;

namespace RuleEngine.Model.Settings;

/// <summary>A finding of a baseline: known by what it is about, never by its line.</summary>
public sealed class KnownFinding : Node
{
    internal KnownFinding(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>The proposal's id.</summary>
    public string Proposal { get; internal set; } = "";

    /// <summary>The finding's id.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>The limb; null where the rule has one only, and for concerns.</summary>
    public string? Limb { get; internal set; }

    /// <summary>Where it stands, by names; empty for the whole.</summary>
    public string Address { get; internal set; } = "";

    /// <summary>The hash of what stands there; null where nothing does, and for the whole.</summary>
    public string? Content { get; internal set; }
}
