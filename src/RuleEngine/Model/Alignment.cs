using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>What kind of alignment an arrangement is, and the clauses that make it so.</summary>
/// <param name="Kind">The closest kind that any clause makes it.</param>
/// <param name="Because">Every clause that makes it so, in the order of the file; empty where no clause binds.</param>
public sealed record Alignment(AlignmentKind Kind, Members<Provision> Because)
{
    /// <summary>Whether it is an alliance or like one, a quasi-alliance: whoever joins can be drawn into another's war, or left alone.</summary>
    public bool IsAllianceLike => Kind == AlignmentKind.Alliance || Kind == AlignmentKind.QuasiAlliance;

    /// <summary>First match: a pledge, a quasi-alliance, consultation, neutrality or non-aggression, a provision of domain military, any other.</summary>
    internal static Alignment Of(Arrangement arrangement)
    {
        var provisions = arrangement.Provisions;
        if (provisions.Any(IsPledge))
            return Made(AlignmentKind.Alliance, provisions, IsPledge);
        if (provisions.Any(IsSecurityCooperation) && provisions.Any(AddressesExternalThreat))
            return Made(AlignmentKind.QuasiAlliance, provisions, provision => IsSecurityCooperation(provision) || AddressesExternalThreat(provision));
        foreach (var (kind, makes) in Plain)
        {
            if (provisions.Any(makes))
                return Made(kind, provisions, makes);
        }

        return new Alignment(AlignmentKind.Unstated, Members<Provision>.None);
    }

    private static readonly (AlignmentKind Kind, Func<Provision, bool> Makes)[] Plain =
    [
        (AlignmentKind.Entente, provision => provision.SpeaksToAlliance && provision.Kind == ProvisionKind.Consultation),
        (AlignmentKind.NeutralityPact, provision => provision.Kind == ProvisionKind.Neutrality || provision.Kind == ProvisionKind.Nonaggression),
        (AlignmentKind.DefenceCooperation, provision => provision.Domain == Domain.Military),
        (AlignmentKind.Partnership, _ => true),
    ];

    private static bool IsPledge(Provision provision) => provision.IsPledge;

    private static bool IsSecurityCooperation(Provision provision) => provision.IsSecurityCooperation;

    private static bool AddressesExternalThreat(Provision provision) => provision.Addresses.Any(threat => threat.IsExternal);

    private static Alignment Made(AlignmentKind kind, Members<Provision> provisions, Func<Provision, bool> makes) =>
        new(kind, new Members<Provision>([.. provisions.Where(makes)]));
}
