return new Rule
{
    Title = "Always advocate an equal and orderly multipolar world",
    Source = "Five always, fifth principle",
    Why = """
        Parties are equal when none decides alone and none owes what the others do not. Consensus, unanimity, one state one vote, a
        veto for every party, equal votes under a majority rule, a clause on sovereign equality and open accession show it. One party that
        decides or vetoes alone, or holds more than half of the votes, breaks it; so do subordination, a sphere of influence and a bloc;
        and so does an ATOP obligation or basing that some parties owe and the others do not (ATOP's ASYMM), all clauses of a kind taken together.

        Several bodies may decide differently: each is judged, the worst counts. A veto for every party is unanimity and takes the place of
        whatever rule is stated, but of a lead, by rule or by name. Votes count only where votes are counted: under a majority rule, weighted voting or
        no stated rule; votes that are all 0 are none. A lead, a lone veto and a majority of the votes matter among two or more parties only.
        Weighted or unequal votes of which nobody holds more than half are to be declared and reviewed.
        """,
    Findings =
    [
        EqualRule, VetoForAll, EqualVotes, Equality, OpenToAll,
        OneDecides, LoneVeto, MajorityOfVotes, Subordinate, Sphere, Bloc, Asymmetry,
        NoRule, VotesNotStated, UnequalVotes, SomeVetoes,
    ],
    Checks = [EqualRules, EqualityClauses, OneAlone, Domination, Asymmetries, OpenRules],
    Examples =
    [
        Upheld("Consensus", """
            {
              "id": "consensus", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "decisionMaking": [{ "rule": "consensus", "votes": { "aland": 9, "borduria": 1 } }]
            }
            """),
        Upheld("Unanimity in the council, one state one vote in the assembly", """
            {
              "id": "unanimity", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "decisionMaking": [{ "body": "Council", "rule": "unanimity" }, { "body": "Assembly", "rule": "one-state-one-vote" }]
            }
            """),
        Upheld("A veto for every party, under whatever rule and votes", """
            {
              "id": "veto-for-all", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "decisionMaking": [{ "body": "A", "veto": ["aland", "borduria"] }, { "body": "B", "rule": "simple-majority", "veto": ["borduria", "aland"] },
                                 { "body": "C", "rule": "weighted", "veto": ["aland", "borduria"], "votes": { "aland": 9, "borduria": 1 } }]
            }
            """),
        Upheld("A simple and a qualified majority of equal votes", """
            {
              "id": "equal-votes", "title": "River agreement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "syldavia", "name": "Syldavia" }],
              "decisionMaking": [{ "body": "A", "rule": "simple-majority", "votes": { "aland": 1, "borduria": 1, "syldavia": 1 } },
                                 { "body": "B", "rule": "qualified-majority", "votes": { "aland": 2, "borduria": 2, "syldavia": 2 } }]
            }
            """),
        Upheld("Sovereign equality, and two mirrored clauses that make one mutual obligation", """
            {
              "id": "equality", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "sovereign-equality" }, { "kind": "consultation", "obligors": ["aland"] }, { "kind": "consultation", "obligors": ["borduria"] },
                { "kind": "economic-aid", "obligors": ["aland"] }] }]
            }
            """),
        Upheld("Open accession where no rule is stated", """
            {
              "id": "open", "title": "River agreement", "accession": "open", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }]
            }
            """),
        Upheld("A single party has nobody to decide over", """
            {
              "id": "single", "title": "River proposal", "parties": [{ "id": "aland", "name": "Aland" }],
              "decisionMaking": [{ "rule": "consensus", "lead": "aland" }, { "rule": "simple-majority", "votes": { "aland": 3 } }]
            }
            """),
        Violated("A lead state", """
            {
              "id": "lead-state", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "decisionMaking": [{ "body": "Council", "rule": "consensus" }, { "body": "Staff", "rule": "lead-state", "veto": ["aland", "borduria"] }]
            }
            """),
        Violated("A named lead under consensus", """
            {
              "id": "named-lead", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "decisionMaking": [{ "rule": "consensus", "lead": "aland" }]
            }
            """),
        Violated("A lone veto", """
            {
              "id": "lone-veto", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "decisionMaking": [{ "rule": "one-state-one-vote", "veto": ["borduria"] }]
            }
            """),
        Violated("More than half of the votes: under a majority, weighted, and under no stated rule", """
            {
              "id": "majority-holder", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "decisionMaking": [{ "body": "A", "rule": "simple-majority", "votes": { "aland": 3, "borduria": 2 } },
                                 { "body": "B", "rule": "weighted", "votes": { "borduria": 1 } },
                                 { "body": "C", "votes": { "aland": 0.6, "borduria": 0.5 } }]
            }
            """),
        Violated("Subordination", """
            {
              "id": "subordination", "title": "River agreement", "accession": "open", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "subordination", "obligors": ["borduria"] }] }]
            }
            """),
        Violated("A sphere of influence", """
            {
              "id": "sphere", "title": "River agreement", "accession": "open", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "sphere-of-influence", "against": { "kind": "region", "names": ["The delta"] } }] }]
            }
            """),
        Violated("A bloc", """
            {
              "id": "bloc", "title": "River agreement", "accession": "open", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "bloc-formation" }] }]
            }
            """),
        Violated("Each ATOP obligation and basing that one party owes and the other does not", """
            {
              "id": "asymmetry", "title": "River agreement", "accession": "open", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "defense", "obligors": ["aland"] }, { "kind": "offense", "obligors": ["aland"] }, { "kind": "neutrality", "obligors": ["aland"] },
                { "kind": "nonaggression", "obligors": ["aland"] }, { "kind": "consultation", "obligors": ["aland"] }, { "kind": "basing", "obligors": ["borduria"] }, { "kind": "basing", "obligors": ["borduria"] }] }]
            }
            """),
        Undetermined("Nothing is said on how it decides", """
            { "id": "silent", "title": "River agreement", "accession": "invitation", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }] }
            """),
        Undetermined("One body decides by consensus, of two others no rule is stated", """
            {
              "id": "one-open", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "decisionMaking": [{ "body": "A", "rule": "consensus" }, { "body": "B", "rule": "unspecified" }, { "body": "C" }]
            }
            """),
        Undetermined("Majorities of votes that are not stated, or all 0", """
            {
              "id": "no-votes", "title": "River agreement", "accession": "open", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "decisionMaking": [{ "body": "A", "rule": "simple-majority" }, { "body": "B", "rule": "qualified-majority", "votes": { "aland": 0, "borduria": 0 } }]
            }
            """),
        Undetermined("Weighted voting, and unequal votes of which nobody holds more than half", """
            {
              "id": "unequal-votes", "title": "River agreement", "accession": "open",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "syldavia", "name": "Syldavia" }],
              "decisionMaking": [{ "body": "A", "rule": "weighted" }, { "body": "B", "rule": "weighted", "votes": { "aland": 1, "borduria": 1, "syldavia": 1 } },
                                 { "body": "C", "rule": "simple-majority", "votes": { "aland": 2, "borduria": 2, "syldavia": 1 } },
                                 { "body": "D", "rule": "qualified-majority", "votes": { "aland": 1, "borduria": 1 } },
                                 { "body": "E", "votes": { "aland": 2, "borduria": 1, "syldavia": 1 } }]
            }
            """),
        Undetermined("Two vetoes among three parties", """
            {
              "id": "two-vetoes", "title": "River agreement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "syldavia", "name": "Syldavia" }],
              "decisionMaking": [{ "rule": "consensus", "veto": ["aland", "borduria"] }]
            }
            """),
        Undetermined("A single party whose votes are weighted", """
            {
              "id": "single-weighted", "title": "River proposal", "parties": [{ "id": "aland", "name": "Aland" }],
              "decisionMaking": [{ "rule": "weighted", "votes": { "aland": 3 } }]
            }
            """),
    ],
};

FindingKind EqualRule => Support("FA580", "all decide together, or each has one vote");
FindingKind VetoForAll => Support("FA581", "a veto for every party");
FindingKind EqualVotes => Support("FA582", "a majority of equal votes");

// All decide together, or each counts the same.
IEnumerable<Finding> EqualRules(Arrangement arrangement)
{
    foreach (var decision in arrangement.DecisionMaking)
    {
        if (decision.HasVetoForAll)
            yield return decision.At.Veto.Report(VetoForAll, $"{decision.Label}: every party has a veto.");
        else if (decision.Rule == DecisionRuleKind.Consensus || decision.Rule == DecisionRuleKind.Unanimity || decision.Rule == DecisionRuleKind.OneStateOneVote)
            yield return decision.At.Rule.Report(EqualRule, $"{decision.Label} decides by {decision.Rule}.");
        else if (decision.IsMajority && decision.HasEqualVotes)
            yield return decision.At.Votes.Report(EqualVotes, $"{decision.Label} decides by {decision.Rule}, and every party has the same votes.");
    }
}

FindingKind Equality => Support("FA583", "a clause on sovereign equality");
FindingKind OpenToAll => Support("FA584", "open accession");

// A clause on sovereign equality, and a door that is open, speak for equality.
IEnumerable<Finding> EqualityClauses(Arrangement arrangement)
{
    foreach (var provision in arrangement.Provisions.Where(provision => provision.Is(SovereignEquality)))
        yield return provision.Report(Equality, $"{provision.Label} binds {provision.Obligors}.");
    if (arrangement.IsOpen)
        yield return arrangement.At.Accession.Report(OpenToAll, "Others may join.");
}

FindingKind OneDecides => Violation("FA501", "one party decides alone");
FindingKind LoneVeto => Violation("FA502", "a lone veto");
FindingKind MajorityOfVotes => Violation("FA503", "more than half of the votes in one hand");

// Among two or more parties, none decides, vetoes or outvotes the others alone.
IEnumerable<Finding> OneAlone(Arrangement arrangement)
{
    if (arrangement.Parties.Count < 2)
        yield break;
    foreach (var decision in arrangement.DecisionMaking)
    {
        if (decision.Lead is { } lead)
            yield return decision.At.Lead.Report(OneDecides, $"{decision.Label}: {lead} decides.");
        else if (decision.Rule == DecisionRuleKind.LeadState)
            yield return decision.At.Rule.Report(OneDecides, $"{decision.Label} is decided by a lead state.");
        if (decision.Veto is [var lone])
            yield return decision.At.Veto.Report(LoneVeto, $"{decision.Label}: {lone} alone has a veto.");
        if (decision.MajorityHolder is { } holder)
            yield return decision.At.Votes.Member(holder.Id).Report(MajorityOfVotes, $"{decision.Label}: {holder} holds more than half of the votes.");
    }
}

FindingKind Subordinate => Violation("FA504", "subordination");
FindingKind Sphere => Violation("FA505", "a sphere of influence");
FindingKind Bloc => Violation("FA506", "a bloc");

// No subordination, no spheres, no blocs.
IEnumerable<Finding> Domination(Arrangement arrangement)
{
    foreach (var provision in arrangement.Provisions)
    {
        if (provision.Is(Subordination))
            yield return provision.Report(Subordinate, $"{provision.Label} places {provision.Obligors} under another's authority.");
        else if (provision.Is(SphereOfInfluence))
            yield return provision.Report(Sphere, $"{provision.Label} claims a sphere of influence.");
        else if (provision.Is(BlocFormation))
            yield return provision.Report(Bloc, $"{provision.Label} forms a bloc.");
    }
}

FindingKind Asymmetry => Violation("FA507", "an obligation that some owe and others do not");

// What one party owes in arms, neutrality, consultation or bases, all owe: clauses of a kind are taken together.
IEnumerable<Finding> Asymmetries(Arrangement arrangement)
{
    foreach (var clauses in arrangement.Provisions.Where(provision => provision.IsOfReciprocalKind).GroupBy(provision => provision.Kind))
    {
        var owing = arrangement.United(clauses.Key);
        if (owing.Count < arrangement.Parties.Count)
            yield return clauses.First().At.Obligors.Report(Asymmetry, $"{clauses.First().Label} is owed by {owing} and not by the others.")
                .WithEach(clauses.Skip(1), clause => $"{clause.Label} is of the same kind.");
    }
}

FindingKind NoRule => Gap("FA550", "no decision rule, and nothing else that shows equality");
FindingKind VotesNotStated => Gap("FA551", "a majority of votes that are not stated");
FindingKind UnequalVotes => Gap("FA552", "weighted or unequal votes");
FindingKind SomeVetoes => Gap("FA553", "vetoes for some");

// How each body decides must be said, and votes that differ declared.
IEnumerable<Finding> OpenRules(Arrangement arrangement)
{
    var showsEquality = EqualityClauses(arrangement).Any();
    if (arrangement.DecisionMaking.Count == 0 && !showsEquality)
        yield return arrangement.At.DecisionMaking.NewItem.Report(NoRule, "How the parties decide is not said; a rule, a clause on sovereign equality or open accession would decide.");
    foreach (var decision in arrangement.DecisionMaking.Where(decision => !decision.HasVetoForAll))
    {
        if (!decision.HasRule && !showsEquality)
            yield return decision.At.Rule.Report(NoRule, $"{decision.Label}: how it decides is not said; a rule would decide.");
        if (decision.IsMajority && !decision.CountsVotes)
            yield return decision.At.Votes.Report(VotesNotStated, $"{decision.Label} decides by {decision.Rule}, and the votes are not stated; they would decide.");
        if ((decision.Rule == DecisionRuleKind.Weighted || (decision.CountsVotes && !decision.HasEqualVotes)) && !IsMajorityHeld(arrangement, decision))
            yield return decision.At.Votes.Report(UnequalVotes, $"{decision.Label}: votes are weighted or unequal, and no party is shown to hold more than half; they are to be declared and reviewed.");
        if (decision.Veto is { Count: > 1 } vetoes)
            yield return decision.At.Veto.Report(SomeVetoes, $"{decision.Label}: {vetoes} have a veto and the others have none; a veto for all or for none would decide.");
    }
}

bool IsMajorityHeld(Arrangement arrangement, DecisionRule decision) => arrangement.Parties.Count > 1 && decision.MajorityHolder is not null;
