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

    /// <summary>Whether it is a matter of function (terrorism, cyber misuse, …) and not of who attacks: no armed attack, bloc, containment or unspecified kind.</summary>
    public bool IsFunctional =>
        Kind != ThreatKind.ArmedAttack && Kind != ThreatKind.Bloc && Kind != ThreatKind.Containment && Kind != ThreatKind.Unspecified;

    /// <summary>How much each party is exposed to it; null when not stated.</summary>
    public Members<Exposure>? Exposure { get; internal set; }

    /// <summary>How much the party is exposed to it; null when not stated.</summary>
    public ExposureLevel? ExposureOf(Party party)
    {
        if (Exposure is null)
            return null;
        if (_levels is null)
        {
            var levels = new Dictionary<Party, ExposureLevel>(Exposure.Count);
            foreach (var exposure in Exposure)
                levels[exposure.Party] = exposure.Level;
            _levels = levels;
        }

        return _levels.GetValueOrDefault(party);
    }

    private Dictionary<Party, ExposureLevel>? _levels;

    /// <summary>Whether it is containment of two or more parties: that many are exposed to it at <c>moderate</c> or above.</summary>
    public bool IsDualContainment =>
        Kind == ThreatKind.Containment && Exposure?.Where(exposure => exposure.Level.Rank >= ExposureLevel.Moderate.Rank).Count() > 1;

    /// <summary>Whether it comes from outside: its actor is stated, and is neither <c>none</c> nor <c>non-state</c>.</summary>
    public bool IsExternal => Actor is not null && Actor.Kind != ActorKind.None && Actor.Kind != ActorKind.NonState;

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

    internal IReadOnlyList<KeyValuePair<string, ExposureLevel>>? ExposureById { get; set; }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
