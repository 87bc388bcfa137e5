namespace RuleEngine.Benchmarks;

/// <summary>
/// Which of the nine principles a draft violates, written by hand as a program would that does nothing else: no gaps and supports, no places, no
/// messages, no check of what the draft may hold.
/// </summary>
public static class HandWritten
{
    private static readonly HashSet<string> Cooperative =
    [
        "trade", "investment", "economic-aid", "liquidity-support", "reserve-pooling", "payment-settlement", "development-finance", "technology-sharing",
        "education-training", "research-development", "humanitarian", "energy", "environment", "cooperation",
    ];

    private static readonly HashSet<string> Reciprocal = ["defense", "offense", "neutrality", "nonaggression", "consultation", "basing"];

    private static readonly Dictionary<string, string> Domains = Model.Words.ProvisionKind.All.Where(kind => kind.DefaultDomain is not null).ToDictionary(kind => kind.Text, kind => kind.DefaultDomain!.Text);

    public static string[] Violated(Draft draft)
    {
        var violated = new List<string>();
        Add("EF1", draft.Parties.Count == 2 ? draft.Accession != "open" : draft.Parties.Count > 2 && draft.Provisions.Exists(IsPledge)
            && (draft.Provisions.Exists(each => each.Kind is "defense-policy-coordination" or "integrated-command" or "basing") || draft.Institutions.Exists(each => each is { New: true, Domain: "military" })));
        Add("EF2", draft.Completeness == "full" && draft.All.Count > 0 && CoveredDomains(draft) < 2);
        Add("EF3", LeveragesNothing(draft));
        Add("EF4", draft.AddressesNoThreat || draft.Provisions.Exists(each => each.Kind == "offense") || draft.Threats.Exists(each => each.Temporality == "ongoing-conflict"));
        Add("FA1", draft.Guidance is { } guidance && (guidance.Overrides is not null || (guidance is { Level: "ministerial" or "agency" or "supranational-body", Role: "directs" or "mandates" or "reviews" } && IsSteeredBelow(guidance))));
        Add("FA2", draft.Provisions.Exists(each => IsPledge(each) || each.Kind == "offense" || IsAimed(each, draft)) || draft.Threats.Exists(each => IsOutsider(each.Actor, draft)));
        Add("FA3", draft.Provisions.Exists(each => each.Kind is "sphere-of-influence" or "right-of-intervention" or "charter-override"
            || (each.Kind == "coercive-measures" && each.Institution != "un") || (each.Kind == "territorial-division" && (each.Against?.Kind == "region" || IsOutsider(each.Against, draft)))));
        Add("FA4", HasLoser(draft));
        Add("FA5", draft.Parties.Count > 1 && (draft.DecisionMaking.Exists(each => each.Lead is not null || each.Rule == "lead-state" || each.Veto is { Count: 1 })
            || IsAsymmetric(draft)) || draft.Provisions.Exists(each => each.Kind is "subordination" or "sphere-of-influence" or "bloc-formation"));
        return [.. violated];

        void Add(string principle, bool isViolated)
        {
            if (isViolated)
                violated.Add(principle);
        }
    }

    public static bool IsPledge(DraftProvision provision) => provision.Kind is "defense" or "offense"
        || (provision.Kind == "assistance" && provision is { Domain: null or "military", Trigger: "armed-attack" or "threat-of-attack" or "unconditional" });

    public static int CoveredDomains(Draft draft) =>
        draft.Provisions.Select(each => each.Domain ?? Domains[each.Kind]).Where(domain => domain is "military" or "digital" or "financial").Distinct().Count();

    /// <summary>The corpus knows one institution, founded in 2001, before any of its dates.</summary>
    public static bool LeveragesNothing(Draft draft) => draft.Completeness == "full" && draft.All.Count > 0 && draft.Institutions.Count == 0;

    public static bool IsSteeredBelow(DraftGuidance guidance) => guidance.Instruments?.Exists(each => each.Level == "head-of-state") != true;

    public static bool HasLoser(Draft draft)
    {
        if (draft.Provisions.Exists(each => each.Kind == "decoupling" || (each.Exclusive && each.Beneficiaries is { } some && some.Count < draft.Parties.Count)))
            return true;
        var mutual = draft.Provisions.FindAll(each => each.Kind == "mutual-benefit");
        var isMutual = mutual.Exists(each => each.Obligors is null) || (mutual.Count > 0 && mutual.SelectMany(each => each.Obligors!).Distinct().Count() == draft.Parties.Count);
        return draft.Parties.Exists(party => !isMutual
            && draft.Stakes.Exists(stake => stake.Party == party.Id && stake.Kind != "gain")
            && !draft.Stakes.Exists(stake => stake.Party == party.Id && stake.Kind == "gain")
            && !draft.Provisions.Exists(each => Cooperative.Contains(each.Kind) && (each.Beneficiaries is null || each.Beneficiaries.Contains(party.Id))));
    }

    public static bool IsAsymmetric(Draft draft) => draft.Provisions.Where(each => Reciprocal.Contains(each.Kind)).GroupBy(each => each.Kind)
        .Any(clauses => clauses.All(each => each.Obligors is not null) && clauses.SelectMany(each => each.Obligors!).Distinct().Count() < draft.Parties.Count);

    private static bool IsAimed(DraftProvision provision, Draft draft) =>
        provision.Kind switch
        {
            "coercive-measures" => provision.Institution != "un" && (provision.Against?.Kind == "region" || IsOutsider(provision.Against, draft)),
            "territorial-division" or "sphere-of-influence" => provision.Against?.Kind == "region" || IsOutsider(provision.Against, draft),
            "no-targeting" or "no-hostile-alignment" => false,
            _ => IsOutsider(provision.Against, draft),
        };

    private static bool IsOutsider(DraftActor? actor, Draft draft) =>
        actor is { Kind: "named-state" or "named-bloc", Names: { } names } && names.Exists(name => !draft.Parties.Exists(party => party.Id == name || party.Name == name));
}
