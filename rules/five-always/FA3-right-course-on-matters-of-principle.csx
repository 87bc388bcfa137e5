return new Rule
{
    Title = "Always stay on the right course on major matters of principle",
    Source = "Five always, third principle",
    Why = """
        The matters of principle are those of the United Nations Charter and of the treaties of friendship that follow it: the Charter
        itself, sovereign equality, territorial integrity, non-interference, and each other's core interests. A clause that keeps one of
        them upholds the principle. A sphere of influence, dividing what belongs to others, a right to intervene, setting the Charter
        aside, and coercion that the United Nations did not decide break it.

        A sphere of influence breaks it over whomever it is claimed, a party included. A pledge to fight is a question of alliance (FA2),
        and forming a bloc one of confrontation and order (FA2, FA5); neither is counted again here. Territory that the parties divide
        among themselves is neither kept nor broken here.
        """,
    Findings = [KeepsPrinciple, Sphere, Division, Intervention, CharterSetAside, Coercion, NotAddressed, UnnamedTerritory],
    Checks = [Norms, Spheres, Divisions, Interventions, CharterOverrides, Coercions, Silence],
    Examples =
    [
        Upheld("The Charter", """
            {
              "id": "charter", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "un-charter" }] }]
            }
            """),
        Upheld("Territorial integrity", """
            {
              "id": "integrity", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "territorial-integrity" }] }]
            }
            """),
        Upheld("Sovereign equality", """
            {
              "id": "equality", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "sovereign-equality" }] }]
            }
            """),
        Upheld("Non-interference, beside a defence pledge, which is another principle's business", """
            {
              "id": "non-interference", "title": "River pact", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "non-interference" }, { "kind": "defense" }, { "kind": "bloc-formation" }] }]
            }
            """),
        Upheld("Each other's core interests, and sanctions that the United Nations decided", """
            {
              "id": "core-interests", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "un" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "core-interests" }, { "kind": "coercive-measures", "institution": "un" }] }]
            }
            """),
        Violated("A sphere of influence, over nobody named", """
            {
              "id": "sphere", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "sphere-of-influence" }] }]
            }
            """),
        Violated("Dividing a neighbour's land, whatever the preamble says", """
            {
              "id": "division", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "preamble", "provisions": [{ "kind": "un-charter" }] },
                           { "number": "1", "provisions": [{ "kind": "territorial-division", "against": { "kind": "named-state", "names": ["Syldavia"] } }] }]
            }
            """),
        Violated("Dividing a region", """
            {
              "id": "division-region", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "territorial-division", "against": { "kind": "region" } }] }]
            }
            """),
        Violated("A right to intervene", """
            {
              "id": "intervention", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "right-of-intervention", "obligors": ["aland"] }] }]
            }
            """),
        Violated("The Charter set aside", """
            {
              "id": "override", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "charter-override" }] }]
            }
            """),
        Violated("Sanctions of one's own", """
            {
              "id": "sanctions", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "coercive-measures", "against": { "kind": "non-state" } }] }]
            }
            """),
        Undetermined("None of these is addressed", """
            {
              "id": "trade-only", "title": "River agreement", "completeness": "full", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }]
            }
            """),
        Undetermined("Land divided among the parties alone", """
            {
              "id": "own-border", "title": "Border agreement", "completeness": "full", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "territorial-division", "against": { "kind": "named-state", "names": ["Borduria"] } }] }]
            }
            """),
        Undetermined("Land divided, and nobody says whose", """
            {
              "id": "open-division", "title": "Border agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "territorial-integrity" }, { "kind": "territorial-division" }] }]
            }
            """),
        Undetermined("A full text without a provision", """
            {
              "id": "empty", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }]
            }
            """),
        Violated("A sphere of influence over a neighbour and over a party", """
            {
              "id": "sphere-named", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "sphere-of-influence", "against": { "kind": "named-state", "names": ["Syldavia"] } }, { "kind": "sphere-of-influence", "against": { "kind": "named-state", "names": ["Borduria"] } }] }]
            }
            """),
        Undetermined("A summary without a provision", """
            {
              "id": "no-provision", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }]
            }
            """),
    ],
};

FindingKind KeepsPrinciple => Support("FA380", "a clause that keeps a matter of principle");

// The Charter, integrity, equality, non-interference and core interests are kept by a clause that says so.
IEnumerable<Finding> Norms(Arrangement arrangement) =>
    from provision in arrangement.Provisions
    where provision.Is(UnCharter, TerritorialIntegrity, SovereignEquality, NonInterference, CoreInterests)
    select provision.Report(KeepsPrinciple, $"{provision.Label} binds {provision.Obligors}.");

FindingKind Sphere => Violation("FA301", "a sphere of influence");

// Nobody is anybody's sphere of influence.
IEnumerable<Finding> Spheres(Arrangement arrangement) =>
    from provision in arrangement.Provisions
    where provision.Is(SphereOfInfluence)
    select provision.Report(Sphere, $"{provision.Label} claims a sphere of influence{(provision.Against is { IsGiven: true } over ? $" over {over}" : "")}.");

FindingKind Division => Violation("FA302", "a division of what belongs to others");
FindingKind UnnamedTerritory => Gap("FA351", "a division of nobody's territory named");

// What belongs to others is not the parties' to divide.
IEnumerable<Finding> Divisions(Arrangement arrangement)
{
    foreach (var provision in arrangement.Provisions.Where(provision => provision.Is(TerritorialDivision)))
    {
        if (provision.Against is { IsOutsiderOrRegion: true } others)
            yield return others.Report(Division, $"{provision.Label} divides what belongs to {others}.");
        else if (provision.Against is not { IsGiven: true })
            yield return provision.At.Against.Report(UnnamedTerritory, $"{provision.Label} does not say whose territory is divided; that would decide.");
    }
}

FindingKind Intervention => Violation("FA303", "a right to intervene");

// No party may claim a right to intervene.
IEnumerable<Finding> Interventions(Arrangement arrangement) =>
    from provision in arrangement.Provisions
    where provision.Is(RightOfIntervention)
    select provision.Report(Intervention, $"{provision.Label} gives {provision.Obligors} a right to intervene.");

FindingKind CharterSetAside => Violation("FA304", "the Charter set aside");

// The arrangement must not stand above the Charter.
IEnumerable<Finding> CharterOverrides(Arrangement arrangement) =>
    from provision in arrangement.Provisions
    where provision.Is(CharterOverride)
    select provision.Report(CharterSetAside, $"{provision.Label} puts the arrangement above the Charter of the United Nations.");

FindingKind Coercion => Violation("FA305", "coercion that the United Nations did not decide");

// Coercive measures are the United Nations' to decide.
IEnumerable<Finding> Coercions(Arrangement arrangement) =>
    from provision in arrangement.Provisions
    where provision.IsCoercionOutsideTheUnitedNations
    select provision.Report(Coercion, $"{provision.Label} provides for measures that the United Nations did not decide.");

FindingKind NotAddressed => Gap("FA350", "no matter of principle addressed");

// A text that speaks of none of these leaves the principle open.
IEnumerable<Finding> Silence(Arrangement arrangement)
{
    if (arrangement.ProvisionsRead > 0 || arrangement.IsPartialText)
    {
        var speaks = Norms(arrangement).Concat(Spheres(arrangement)).Concat(Divisions(arrangement)).Concat(Interventions(arrangement))
            .Concat(CharterOverrides(arrangement)).Concat(Coercions(arrangement));
        if (!speaks.Any())
            yield return arrangement.At.Articles.NewItem.Report(NotAddressed, "No clause keeps or breaks a matter of principle; one on the Charter, sovereignty, integrity, non-interference or core interests would decide.");
    }
}
