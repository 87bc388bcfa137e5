return new Rule
{
    Title = "A multilateral cooperation mechanism, not necessarily a military alliance similar to NATO",
    Source = "Proposed Eurasian security framework, first principle",
    Why = """
        A mechanism is multilateral when it has three or more parties, states and organizations alike. A closed list of two is bilateral in
        any text; two with open accession may become more, and one party may find others.

        "Not necessarily" permits a pledge to fight: it leaves the question to a review. What makes a pledge similar to NATO is structure:
        high institutionalisation (a common defence policy, an integrated command or bases: Leeds and Anac 2005), or a standing military
        organ of its own. The second is this pack's reading: the treaty of 1949 has a defence committee, and neither command nor bases.
        Moderate institutionalisation (military contact, training or technology, forces lent) is named and decides nothing.
        """,
    Findings = [NoPledgeInFullText, AnswerWithoutPledge, Bilateral, HighStructure, MilitaryOrgan, OneParty, TwoButOpen, PledgeWithoutStructure, Silent],
    Checks = [PartyCounts, Structures, NoPledges],
    Examples =
    [
        Upheld("Three parties and no pledge in a full text; military training makes it moderate", """
            {
              "id": "three-full", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "council", "name": "River Council", "kind": "organization" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }, { "kind": "education-training", "domain": "military" }] }]
            }
            """),
        Upheld("Three parties that consult in a crisis; military technology makes it moderate", """
            {
              "id": "three-consult", "title": "River arrangement",
              "completeness": "excerpt",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "council", "name": "River Council", "kind": "organization" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "consultation", "trigger": "crisis" }, { "kind": "technology-sharing", "domain": "military" }] }]
            }
            """),
        Upheld("Three parties, neutral in an attack; military contact makes it moderate", """
            {
              "id": "three-neutral", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "council", "name": "River Council", "kind": "organization" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "neutrality", "trigger": "armed-attack" }, { "kind": "military-contact" }] }]
            }
            """),
        Upheld("Bases and a common defence policy without a pledge make no alliance", """
            {
              "id": "high-no-pledge", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "council", "name": "River Council", "kind": "organization" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "basing" }, { "kind": "defense-policy-coordination" }] }]
            }
            """),
        Violated("Two parties, accession not said", """
            {
              "id": "two", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }]
            }
            """),
        Violated("Two parties by invitation, in a text of which nothing was read", """
            {
              "id": "two-invitation", "title": "River arrangement",
              "accession": "invitation",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }]
            }
            """),
        Violated("A pledge and a common defence policy", """
            {
              "id": "policy", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "council", "name": "River Council", "kind": "organization" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }, { "kind": "defense-policy-coordination" }] }]
            }
            """),
        Violated("A pledge and an integrated command", """
            {
              "id": "command", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "council", "name": "River Council", "kind": "organization" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }, { "kind": "integrated-command" }] }]
            }
            """),
        Violated("A pledge and bases", """
            {
              "id": "bases", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "council", "name": "River Council", "kind": "organization" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "assistance", "trigger": "armed-attack" }, { "kind": "basing" }] }]
            }
            """),
        Violated("A pledge and a military committee of its own, which is moderate", """
            {
              "id": "organ", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "council", "name": "River Council", "kind": "organization" }],
              "institutions": [{ "id": "committee", "name": "Committee", "new": true, "domain": "military" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }]
            }
            """),
        Undetermined("One party proposes", """
            {
              "id": "one", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }]
            }
            """),
        Undetermined("Two parties, and others may join", """
            {
              "id": "two-open", "title": "River arrangement",
              "completeness": "full",
              "accession": "open",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }]
            }
            """),
        Undetermined("A pledge, forces lent, a political committee and training outside the military: no such structure", """
            {
              "id": "pledge-only", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "council", "name": "River Council", "kind": "organization" }],
              "institutions": [{ "id": "committee", "name": "Committee", "new": true, "domain": "political" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }, { "kind": "force-contribution" }, { "kind": "education-training", "domain": "political" }] }]
            }
            """),
        Undetermined("A pledge with forces under another command, which is moderate", """
            {
              "id": "pledge-subordination", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "council", "name": "River Council", "kind": "organization" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }, { "kind": "force-subordination" }] }]
            }
            """),
        Undetermined("Three parties, and nothing read that speaks to alliance", """
            {
              "id": "three-silent", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "council", "name": "River Council", "kind": "organization" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }, { "kind": "consultation" }] }]
            }
            """),
        Violated("Two parties with a pledge and bases are bilateral, and nothing else here", """
            {
              "id": "two-pledge", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }, { "kind": "basing" }] }]
            }
            """),
        Upheld("Three parties, and others may join", """
            {
              "id": "three-open", "title": "River agreement",
              "completeness": "full", "accession": "open",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "syldavia", "name": "Syldavia" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }]
            }
            """),
        Undetermined("A full text without a provision", """
            {
              "id": "empty", "title": "River agreement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "syldavia", "name": "Syldavia" }]
            }
            """),
    ],
};

FindingKind Bilateral => Violation("EF101", "two parties and no open accession");
FindingKind OneParty => Gap("EF150", "one party");
FindingKind TwoButOpen => Gap("EF151", "two parties, and others may join");

// Three or more make it multilateral; a closed list of two is bilateral.
IEnumerable<Finding> PartyCounts(Arrangement arrangement)
{
    if (arrangement.Parties.Count == 1)
        yield return arrangement.At.Parties.NewItem.Report(OneParty, $"{arrangement.Parties} is the only party; others would decide.");
    else if (arrangement.Parties.Count == 2 && arrangement.IsOpen)
        yield return arrangement.At.Parties.NewItem.Report(TwoButOpen, $"{arrangement.Parties} are the only parties, and others may join; a third would decide.");
    else if (arrangement.Parties.Count == 2)
        yield return arrangement.At.Parties.Report(Bilateral, $"{arrangement.Parties} are the only parties, and accession is not said to be open.");
}

FindingKind HighStructure => Violation("EF102", "a pledge and high institutionalisation");
FindingKind MilitaryOrgan => Violation("EF103", "a pledge and a standing military organ");
FindingKind PledgeWithoutStructure => Gap("EF152", "a pledge and no such structure");

// A pledge with a structure like NATO's is an alliance like NATO; without one it is to be reviewed.
IEnumerable<Finding> Structures(Arrangement arrangement)
{
    if (arrangement.Parties.Count < 3 || arrangement.Provisions.FirstOrDefault(provision => provision.IsPledge) is not { } pledge)
        yield break;
    var level = arrangement.Institutionalisation;
    foreach (var provision in arrangement.Provisions.Where(provision => provision.Is(DefensePolicyCoordination, IntegratedCommand, Basing)))
        yield return provision.Report(HighStructure, $"{provision.Label} makes the institutionalisation {level}, and {pledge.Label} is a pledge.").With(pledge.Place, "The pledge.");
    foreach (var institution in arrangement.Institutions.Where(institution => institution.IsMilitaryOrgan))
        yield return institution.Report(MilitaryOrgan, $"{institution} is a standing military organ (institutionalisation: {level}), and {pledge.Label} is a pledge.").With(pledge.Place, "The pledge.");
    if (level != Institutionalisation.High && !arrangement.Institutions.Any(institution => institution.IsMilitaryOrgan))
        yield return pledge.Report(PledgeWithoutStructure, $"{pledge.Label} is a pledge, and nothing shows a structure like NATO's (institutionalisation: {level}); whether there is one would decide.");
}

FindingKind NoPledgeInFullText => Support("EF180", "three or more parties and no pledge in the full text");
FindingKind AnswerWithoutPledge => Support("EF181", "three or more parties that answer attack or crisis without a pledge");
FindingKind Silent => Gap("EF153", "not the full text, and nothing that speaks to alliance");

// Three or more parties without a pledge uphold it, if the text was read in full or answers attack or crisis in another way.
IEnumerable<Finding> NoPledges(Arrangement arrangement)
{
    if (arrangement.Parties.Count < 3 || arrangement.HasPledge)
        yield break;
    foreach (var answer in arrangement.Provisions.Where(provision => provision.SpeaksToAlliance))
        yield return answer.Report(AnswerWithoutPledge, $"{answer.Label} answers {answer.Trigger} by {answer.Kind}; {arrangement.Parties.Count} parties, no pledge (institutionalisation: {arrangement.Institutionalisation}).");
    if (arrangement.IsFullText)
        yield return arrangement.At.Completeness.Report(NoPledgeInFullText, $"{arrangement.Parties.Count} parties, and no provision is a pledge ({arrangement.Reading}; institutionalisation: {arrangement.Institutionalisation}).");
    else if (arrangement.IsPartialText && !arrangement.SpeaksToAlliance)
        yield return arrangement.At.Completeness.Report(Silent, "The text was not read in full, and no clause says what the parties do in an attack or a crisis; either would decide.");
}
