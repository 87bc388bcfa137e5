return new Rule
{
    Title = "Roles and positioning are focused on addressing potential threats",
    Source = "Proposed Eurasian security framework, fourth principle",
    Why = """
        The framework is to address threats, not to wage a war. A threat that is stated, potential or actual, that is functional (terrorism,
        cyber misuse, financial instability and the like) and that a provision addresses upholds the principle. Armed attack, by whomever, a
        bloc, containment and a threat of no stated kind are not functional: alone they leave the question open, and so does a threat that no
        provision addresses. A war under way as the object, a pledge to attack, and saying that no threat is addressed break it.
        """,
    Findings = [Addressed, WarUnderWay, Attack, NoThreatAddressed, NoThreat, NoFunctionalThreat, NotAddressed, Unfocused, OutsidersThreat],
    Checks = [AddressedThreats, Wars, Attacks, Denials, Threats],
    Concerns = [UnfocusedProvisions, OutsidersThreats],
    Examples =
    [
        Upheld("A potential threat that a provision addresses", """
            {
              "id": "potential", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "crime", "kind": "cyber-misuse" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "cyber-incident-response", "addresses": ["crime"] }] }]
            }
            """),
        Upheld("An actual and functional threat beside an armed attack, both addressed", """
            {
              "id": "actual", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "flood", "kind": "natural-disaster", "temporality": "actual" }, { "id": "attack", "kind": "armed-attack" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "humanitarian", "addresses": ["flood"] }, { "kind": "consultation", "addresses": ["attack"] }] }]
            }
            """),
        Upheld("A threat that comes from an outsider is FA2 business; provisions that address none are shown", """
            {
              "id": "outsider", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "pressure", "kind": "coercive-measures", "actor": { "kind": "named-state", "names": ["Syldavia"] } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "payment-settlement", "addresses": ["pressure"] }, { "kind": "joint-exercise" }, { "kind": "cyber-norms" }, { "kind": "reserve-pooling" }, { "kind": "trade" }] }]
            }
            """),
        Violated("A war under way", """
            {
              "id": "war", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "war", "kind": "terrorism", "temporality": "ongoing-conflict" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "law-enforcement", "addresses": ["war"] }] }]
            }
            """),
        Violated("A pledge to attack", """
            {
              "id": "attack", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "smuggling", "kind": "transnational-crime" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "law-enforcement", "addresses": ["smuggling"] }, { "kind": "offense", "addresses": ["smuggling"] }] }]
            }
            """),
        Violated("It says that it addresses no threat", """
            {
              "id": "denial", "title": "River arrangement",
              "addressesNoThreat": true,
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }]
            }
            """),
        Undetermined("No threat is stated", """
            {
              "id": "no-threat", "title": "River arrangement",
              "addressesNoThreat": false,
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }]
            }
            """),
        Undetermined("Only an armed attack", """
            {
              "id": "armed-attack", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "attack", "kind": "armed-attack" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "consultation", "addresses": ["attack"] }] }]
            }
            """),
        Undetermined("Only a bloc, containment and a threat of no stated kind", """
            {
              "id": "bloc", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "bloc", "kind": "bloc" }, { "id": "pressure", "kind": "containment" }, { "id": "some", "kind": "unspecified" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "consultation", "addresses": ["bloc", "pressure", "some"] }] }]
            }
            """),
        Undetermined("A threat that no provision addresses, and one that only a non-binding provision does", """
            {
              "id": "not-addressed", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "crime", "kind": "cyber-misuse" }, { "id": "flood", "kind": "natural-disaster" }, { "id": "unrest", "kind": "internal-unrest" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "law-enforcement", "addresses": ["crime"] }, { "kind": "humanitarian", "addresses": ["flood"], "binding": false }] }]
            }
            """),
        Upheld("One provision in the three domains addresses no threat", """
            {
              "id": "one-unfocused", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "crime", "kind": "cyber-misuse" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "cyber-incident-response", "addresses": ["crime"] }, { "kind": "joint-exercise" }] }]
            }
            """),
    ],
};

FindingKind Addressed => Support("EF480", "a functional threat that a provision addresses");

// A functional threat, potential or actual, is addressed.
IEnumerable<Finding> AddressedThreats(Arrangement arrangement) =>
    from threat in arrangement.Threats
    where threat.IsFunctional && !threat.IsOngoingConflict && threat.AddressedBy.Any()
    select threat.Report(Addressed, $"The threat \"{threat}\" ({threat.Kind}) is addressed.")
        .WithEach(threat.AddressedBy, provision => $"{provision.Label} addresses it.");

FindingKind WarUnderWay => Violation("EF401", "a war under way");

// A war under way is not a threat to be addressed.
IEnumerable<Finding> Wars(Arrangement arrangement) =>
    from threat in arrangement.Threats
    where threat.IsOngoingConflict
    select threat.At.Temporality.Report(WarUnderWay, $"The threat \"{threat}\" is a war under way.");

FindingKind Attack => Violation("EF402", "a pledge to attack");

// Attacking addresses no threat.
IEnumerable<Finding> Attacks(Arrangement arrangement) =>
    from provision in arrangement.Provisions
    where provision.Is(Offense)
    select provision.Report(Attack, $"{provision.Label} binds {provision.Obligors} to attack.");

FindingKind NoThreatAddressed => Violation("EF403", "it says that it addresses no threat");

// An arrangement that says so addresses none.
IEnumerable<Finding> Denials(Arrangement arrangement)
{
    if (arrangement.AddressesNoThreat == true)
        yield return arrangement.At.AddressesNoThreat.Report(NoThreatAddressed, "The arrangement says that it addresses no threat.");
}

FindingKind NoThreat => Gap("EF450", "no threat stated");
FindingKind NoFunctionalThreat => Gap("EF451", "no functional threat");
FindingKind NotAddressed => Gap("EF452", "a threat that no provision addresses");

// A threat must be stated, one must be functional, and each must be addressed.
IEnumerable<Finding> Threats(Arrangement arrangement)
{
    if (arrangement.Threats.Count == 0)
        yield return arrangement.At.Threats.NewItem.Report(NoThreat, "No threat is stated; one, and a provision that addresses it, would decide.");
    else if (!arrangement.Threats.Any(threat => threat.IsFunctional))
        yield return arrangement.At.Threats.NewItem.Report(NoFunctionalThreat, "Only armed attack, a bloc, containment or threats of no stated kind are stated; a functional threat would decide.");
    foreach (var threat in arrangement.Threats.Where(threat => !threat.AddressedBy.Any()))
        yield return threat.Report(NotAddressed, $"No provision addresses the threat \"{threat}\" ({threat.Kind}); one would decide.");
}

FindingKind Unfocused => Concern("EF470", "provisions in the three domains that address no threat");

// Military, digital and financial provisions that address no declared threat are worth a look.
IEnumerable<Finding> UnfocusedProvisions(Arrangement arrangement, IReadOnlyList<Finding> found)
{
    var unfocused = arrangement.Provisions.Where(provision => provision.Addresses.Count == 0
        && (provision.Domain == Domain.Military || provision.Domain == Domain.Digital || provision.Domain == Domain.Financial)).ToList();
    if (unfocused.Count > 0)
        yield return unfocused[0].Report(Unfocused, $"{unfocused[0].Label} addresses no declared threat{(unfocused.Count == 1 ? "" : $", nor do {unfocused.Count - 1} others")}.")
            .WithEach(unfocused.Skip(1), provision => $"{provision.Label} addresses none either.");
}

FindingKind OutsidersThreat => Concern("EF471", "a threat that comes from an outsider");

// A threat that is an outsider's is FA2's business, and shown here.
IEnumerable<Finding> OutsidersThreats(Arrangement arrangement, IReadOnlyList<Finding> found) =>
    from threat in arrangement.Threats
    where threat.Actor is { IsOutsider: true }
    select threat.At.Actor.Report(OutsidersThreat, $"The threat \"{threat}\" is said to come from {threat.Actor}: see FA2, limb targeting.");
