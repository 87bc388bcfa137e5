using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>A threat that the arrangement says it is about.</summary>
public sealed class Threat : Node
{
    internal Threat(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>What a provision's <c>addresses</c> calls it.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>What it is.</summary>
    public ThreatKind Kind { get; internal set; } = null!;

    /// <summary>Its domain; null when not stated.</summary>
    public Domain? Domain { get; internal set; }

    /// <summary>Whether it is to come, here, or a war under way; null when not stated, which the format reads as to come.</summary>
    public Temporality? Temporality { get; internal set; }

    /// <summary>Where it comes from; null when not stated.</summary>
    public Actor? Actor { get; internal set; }

    /// <summary>Whether it is a matter of function (terrorism, cyber misuse, …) and not of who attacks: no armed attack, bloc or unspecified kind.</summary>
    public bool IsFunctional => Kind != ThreatKind.ArmedAttack && Kind != ThreatKind.Bloc && Kind != ThreatKind.Unspecified;

    /// <summary>Whether it is a war under way.</summary>
    public bool IsOngoingConflict => Temporality == Temporality.OngoingConflict;

    /// <summary>The provisions that address it.</summary>
    public Members<Provision> AddressedBy => ((Arrangement)Parent!).IsReadAsAllBinding ? _addressing ??= new([.. Addressing]) : _bindingAddressing ??= new([.. Addressing.Where(provision => provision.IsBinding)]);

    private Members<Provision>? _addressing;
    private Members<Provision>? _bindingAddressing;

    /// <summary>The provisions that name it, binding or not.</summary>
    internal List<Provision> Addressing { get; } = [];

    /// <summary>The places of the properties.</summary>
    public ThreatPlaces At => new(this);

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
