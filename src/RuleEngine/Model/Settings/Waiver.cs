using RuleEngine.Model.Places;

namespace RuleEngine.Model.Settings;

/// <summary>Somebody's acceptance of one finding until a day. The finding stays true and visible; it no longer fails the run.</summary>
public sealed class Waiver : Node
{
    internal Waiver(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>The finding's id.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>Which files it is about, as a glob.</summary>
    public string Path { get; internal set; } = "";

    /// <summary>The id of the proposal; null for any.</summary>
    public string? Proposal { get; internal set; }

    /// <summary>The limb; null for any.</summary>
    public string? Limb { get; internal set; }

    /// <summary>Where the finding stands, by names instead of lines; empty for the whole.</summary>
    public string Address { get; internal set; } = "";

    /// <summary>The hash of what stands there; null where nothing stands there, or the whole.</summary>
    public string? Content { get; internal set; }

    /// <summary>Why it is accepted.</summary>
    public string Reason { get; internal set; } = "";

    /// <summary>Who answers for it.</summary>
    public string Owner { get; internal set; } = "";

    /// <summary>The last day on which it holds.</summary>
    public DateOnly Expires { get; internal set; }

    /// <summary>The last day as it is written.</summary>
    internal string ExpiresText { get; set; } = "";

    internal Place At(string property) => Place.Member(property);
}
