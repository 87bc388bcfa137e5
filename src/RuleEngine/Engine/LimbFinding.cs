using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>A finding and the limb that reported it; null for the only limb, and for concerns.</summary>
internal readonly record struct LimbFinding(string? Limb, Finding Finding)
{
    public Role Role => Finding.Kind.Role;

    /// <summary>What stays the same when lines move: the id, the limb and the address.</summary>
    public (string Id, string? Limb, string Address) Identity => (Finding.Kind.Id, Limb, Finding.Place.Location.Address!);
}
