using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>A state or an organization that takes part in the arrangement.</summary>
public sealed class Party : Node
{
    internal Party(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>What the file's references call it.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>What messages call it.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>State or organization; null when not stated, which the format reads as a state.</summary>
    public PartyKind? Kind { get; internal set; }

    /// <summary>The conflicts that it is in; null when not stated, empty where it is said that there is none.</summary>
    public Members<Conflict>? Conflicts { get; internal set; }

    /// <summary>A war under way that it is in; null where none is stated.</summary>
    public Conflict? OngoingWar => Conflicts?.FirstOrDefault(conflict => conflict.IsOngoingWar);

    /// <summary>The places of the properties.</summary>
    public PartyPlaces At => new(this);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
