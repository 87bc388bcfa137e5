using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>A finding and the limb that reported it; null for the only limb, and for concerns.</summary>
internal sealed class LimbFinding(string? limb, Finding finding)
{
    public string? Limb => limb;

    public Finding Finding => finding;

    public Role Role => finding.Kind.Role;

    /// <summary>What stays the same when lines move: the id, the limb and the address.</summary>
    public (string Id, string? Limb, string Address) Identity => (finding.Kind.Id, limb, finding.Place.Location.Address!);

    /// <summary>The order of reports: by place, id, limb and message.</summary>
    public static int Compare(LimbFinding one, LimbFinding other)
    {
        var order = Offset(one).CompareTo(Offset(other));
        if (order == 0)
            order = string.CompareOrdinal(one.Finding.Kind.Id, other.Finding.Kind.Id);
        if (order == 0)
            order = string.CompareOrdinal(one.Limb, other.Limb);
        return order != 0 ? order : string.CompareOrdinal(one.Finding.Message, other.Finding.Message);
    }

    private static int Offset(LimbFinding found) => found.Finding.Place.Node.Document.Offset(found.Finding.Place.Token);
}
