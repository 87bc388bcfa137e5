using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>Whom a clause is aimed at, or where a threat comes from.</summary>
public sealed class Actor : Node
{
    internal Actor(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>What it is.</summary>
    public ActorKind Kind { get; internal set; } = null!;

    /// <summary>Its names; empty when none is stated.</summary>
    public Members<string> Names { get; internal set; } = Members<string>.None;

    /// <summary>Whether it says who is meant: neither <c>none</c> nor <c>unnamed-state</c>.</summary>
    public bool IsGiven => Kind != ActorKind.None && Kind != ActorKind.UnnamedState;

    /// <summary>
    /// Whether it is a named state or bloc of which at least one name equals, exactly, no party's id or name.
    /// A region and a non-state actor never are.
    /// </summary>
    public bool IsOutsider =>
        (Kind == ActorKind.NamedState || Kind == ActorKind.NamedBloc) && Names.Any(name => !Parties.Names(name));

    /// <summary>Whether it is an outsider or a region.</summary>
    public bool IsOutsiderOrRegion => IsOutsider || Kind == ActorKind.Region;

    /// <summary>The places of the properties.</summary>
    public ActorPlaces At => new(this);

    private PartyList Parties => (Parent as Threat is { } threat ? (Arrangement)threat.Parent! : ((Provision)Parent!).Arrangement).Parties;

    /// <summary>The names; where there are none, what it is.</summary>
    public override string ToString() => Names.Count == 0
        ? Kind == ActorKind.UnnamedState ? "a state that is not named"
        : Kind == ActorKind.Region ? "a region"
        : Kind == ActorKind.NonState ? "a non-state actor"
        : "nobody"
        : string.Join(", ", Names);
}
