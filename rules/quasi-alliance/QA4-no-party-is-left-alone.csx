return new Rule
{
    Title = "No party is left alone",
    Source = "Quasi-alliance, fourth question: abandonment and reciprocity",
    Why = """
        A partner may give a party up, or be unable to return what it was given, above all a partner at war. Support duties are a pledge, assistance,
        liquidity support and the pooling of reserves, those of one kind taken together over the whole text. Where there is one, each is owed by and to
        every party, each says when it is due, and nobody who owes one is at war, no party is left alone. A party that benefits from a kind of support
        and does not owe the same kind to those that owe it breaks the principle.

        A support duty owed by a party at war is a gap, not a breach: whether it can deliver is open. Whether who owes one is at war must be said: an
        empty list of conflicts says that it is not. Support that is returned and still leaves a party out is a gap. A party that owes more support
        duties than all others together is shown for a review.

        It is asked of alliances and quasi-alliances only.
        """,
    AppliesTo = arrangement => arrangement.Alignment.IsAllianceLike,
    Findings = [Mutual, NotReturned, NoSupport, NoTrigger, OwedByOneAtWar, ConflictsNotStated, LeftOut, OneOwesMost],
    Checks = [MutualSupport, Returns, MissingSupport, OpenTriggers, ObligorsAtWar, OpenConflicts],
    Concerns = [Burdens],
    Examples =
    [
        Upheld("Mutual support of two kinds, owed by parties at peace", """
            {
              "id": "mutual", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [{ "with": "Elbonia", "status": "armed-clashes" }] }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "trigger": "armed-attack" }, { "kind": "liquidity-support", "trigger": "request" }] }]
            }
            """),
        Upheld("One mutual duty", """
            {
              "id": "one-duty", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "trigger": "armed-attack" }] }]
            }
            """),
        Upheld("Two mirrored clauses make one mutual duty", """
            {
              "id": "mirrored", "title": "Watch on the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "threats": [{ "id": "containment", "kind": "containment", "actor": { "kind": "unnamed-state" } }],
              "articles": [
                { "number": "1", "provisions": [{ "kind": "joint-exercise", "addresses": ["containment"] }] },
                { "number": "2", "provisions": [
                  { "kind": "assistance", "domain": "economic", "trigger": "crisis", "obligors": ["aland"], "beneficiaries": ["borduria"] },
                  { "kind": "assistance", "domain": "energy", "trigger": "crisis", "obligors": ["borduria"], "beneficiaries": ["aland"] }] }]
            }
            """),
        Violated("One is helped, and owes nothing of the kind in return", """
            {
              "id": "one-way", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "defense", "trigger": "armed-attack", "obligors": ["aland"], "beneficiaries": ["borduria"] },
                { "kind": "assistance", "domain": "humanitarian", "trigger": "request", "obligors": ["aland"], "beneficiaries": ["borduria"] },
                { "kind": "liquidity-support", "trigger": "request", "obligors": ["borduria"], "beneficiaries": ["aland"] }] }]
            }
            """),
        Violated("One supports two that support each other", """
            {
              "id": "two-and-one", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }, { "id": "syldavia", "name": "Syldavia", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "liquidity-support", "trigger": "request", "obligors": ["syldavia"], "beneficiaries": ["borduria"] },
                { "kind": "defense", "trigger": "armed-attack", "obligors": ["aland", "borduria"], "beneficiaries": ["aland", "borduria"] },
                { "kind": "defense", "trigger": "armed-attack", "obligors": ["syldavia"], "beneficiaries": ["aland"] },
                { "kind": "defense", "trigger": "armed-attack", "obligors": ["syldavia"], "beneficiaries": ["borduria"] }] }]
            }
            """),
        Violated("All support one", """
            {
              "id": "all-for-one", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }, { "id": "syldavia", "name": "Syldavia", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "trigger": "armed-attack", "beneficiaries": ["aland"] }] }]
            }
            """),
        Violated("One supports all", """
            {
              "id": "one-for-all", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "trigger": "armed-attack", "obligors": ["aland"] }] }]
            }
            """),
        Violated("In a circle nobody returns what it gets", """
            {
              "id": "circle", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }, { "id": "syldavia", "name": "Syldavia", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "defense", "trigger": "armed-attack", "obligors": ["aland"], "beneficiaries": ["borduria"] },
                { "kind": "defense", "trigger": "armed-attack", "obligors": ["borduria"], "beneficiaries": ["syldavia"] },
                { "kind": "defense", "trigger": "armed-attack", "obligors": ["syldavia"], "beneficiaries": ["aland"] }] }]
            }
            """),
        Undetermined("No support duty", """
            {
              "id": "exercises", "title": "Watch on the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "threats": [{ "id": "containment", "kind": "containment", "actor": { "kind": "unnamed-state" } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "joint-exercise", "addresses": ["containment"] }, { "kind": "reserve-pooling", "binding": false }] }]
            }
            """),
        Undetermined("When support is due is not stated", """
            {
              "id": "no-trigger", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "trigger": "unstated" }, { "kind": "reserve-pooling" }] }]
            }
            """),
        Undetermined("Who owes support is at war", """
            {
              "id": "at-war", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [{ "with": "Elbonia", "status": "ongoing-war" }] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "trigger": "armed-attack" }] }]
            }
            """),
        Undetermined("Whether who owes support is at war is not stated", """
            {
              "id": "unstated", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "trigger": "armed-attack" }] }]
            }
            """),
        Undetermined("Of two that owe support it is not stated, of the third it is", """
            {
              "id": "two-unstated", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria" }, { "id": "syldavia", "name": "Syldavia" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "trigger": "armed-attack" }] }]
            }
            """),
        Undetermined("Only those that owe support are asked about their wars, and one party alone owes to nobody else", """
            {
              "id": "bystander", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [{ "with": "Elbonia", "status": "ongoing-war" }] }, { "id": "syldavia", "name": "Syldavia" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "trigger": "armed-attack", "obligors": ["aland"], "beneficiaries": ["aland"] }] }]
            }
            """),
        Upheld("A party alone", """
            {
              "id": "alone", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "trigger": "armed-attack" }] }]
            }
            """),
        Undetermined("Two help each other, and the third is left out", """
            {
              "id": "left-out", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }, { "id": "syldavia", "name": "Syldavia" }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "defense", "trigger": "armed-attack", "obligors": ["aland", "borduria"], "beneficiaries": ["aland", "borduria"] }] }]
            }
            """),
        NotApplicable("Support without a pledge, and without a threat from outside", """
            {
              "id": "pool", "title": "River pool",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "reserve-pooling", "obligors": ["aland"], "beneficiaries": ["borduria"] }] }]
            }
            """),
    ],
};

FindingKind Mutual => Support("QA480", "mutual support by parties that can deliver");

// Each kind of support is owed by and to every party, says when it is due, and is owed by nobody at war.
IEnumerable<Finding> MutualSupport(Arrangement arrangement)
{
    var duties = Duties(arrangement).ToList();
    if (duties.Count > 0 && duties.TrueForAll(duty => duty.HasTrigger && duty.Obligors.All(IsAtPeace)) && Kinds(duties).All(kind => Unreturned(arrangement, duties, kind).Count == 0 && LeftOutOf(arrangement, duties, kind).Count == 0))
        yield return duties[0].Report(Mutual, $"Support is owed by and to every party ({string.Join(", ", Kinds(duties))}), and nobody who owes it is at war.")
            .WithEach(duties.Skip(1), duty => $"{duty.Label} owes support too.");
}

FindingKind NotReturned => Violation("QA401", "support that is not returned in kind");
FindingKind LeftOut => Gap("QA454", "support that leaves a party out");

// Whom others support with one kind must owe them the same kind; where all return it, nobody may be left out.
IEnumerable<Finding> Returns(Arrangement arrangement)
{
    var duties = Duties(arrangement).ToList();
    foreach (var kind in Kinds(duties))
    {
        var unreturned = Unreturned(arrangement, duties, kind);
        var left = unreturned.Count > 0 ? [] : LeftOutOf(arrangement, duties, kind);
        foreach (var owed in unreturned.GroupBy(owed => owed.Party))
        {
            var (party, givers) = (owed.Key, owed.Select(each => each.Giver).ToList());
            yield return duties.Find(duty => duty.Kind == kind && duty.Beneficiaries.Contains(party) && duty.Obligors.Contains(givers[0]))!
                .Report(NotReturned, $"{string.Join(", ", givers)} {(givers.Count == 1 ? "owes" : "owe")} {party} support ({kind}), and {party} owes none of the kind in return.");
        }

        if (left.Count > 0)
            yield return duties.Find(duty => duty.Kind == kind)!.Report(LeftOut, $"Not every party owes and gets support of the kind {kind}: {string.Join(", ", left)} {(left.Count == 1 ? "does" : "do")} not; support owed by and to every party would decide.");
    }
}

FindingKind NoSupport => Gap("QA450", "no support duty");

// A party can count on what is owed to it only.
IEnumerable<Finding> MissingSupport(Arrangement arrangement)
{
    if (!Duties(arrangement).Any())
        yield return arrangement.At.Articles.NewItem.Report(NoSupport, "No provision is a pledge, assistance, liquidity support or pooling of reserves; one that all owe one another would decide.");
}

FindingKind NoTrigger => Gap("QA451", "support whose trigger is not stated");

// Support must say when it is due.
IEnumerable<Finding> OpenTriggers(Arrangement arrangement) =>
    from duty in Duties(arrangement)
    where !duty.HasTrigger
    select duty.At.Trigger.Report(NoTrigger, $"{duty.Label} does not say when it is due.");

FindingKind OwedByOneAtWar => Gap("QA452", "support owed by a party at war");

// A party at war may not be able to deliver.
IEnumerable<Finding> ObligorsAtWar(Arrangement arrangement) =>
    from party in arrangement.Parties
    where party.OngoingWar is not null
    let duties = Duties(arrangement).Where(duty => duty.Obligors.Contains(party)).ToList()
    where duties.Count > 0
    select party.OngoingWar!.At.Status.Report(OwedByOneAtWar, $"{party} is at war with {party.OngoingWar!.With}: whether it can deliver what it owes is open.")
        .WithEach(duties, duty => $"{duty.Label} is owed by {party}.");

FindingKind ConflictsNotStated => Gap("QA453", "whether who owes support is at war");

// Who owes support, of that party it must be said what conflicts it is in.
IEnumerable<Finding> OpenConflicts(Arrangement arrangement)
{
    var duties = Duties(arrangement).Where(duty => duty.Obligors.Any(party => party.Conflicts is null)).ToList();
    var owing = duties.SelectMany(duty => duty.Obligors).ToHashSet();
    var open = arrangement.Parties.Where(party => party.Conflicts is null && owing.Contains(party)).ToList();
    if (open.Count > 0)
        yield return open[0].At.Conflicts.Report(ConflictsNotStated, $"Which conflicts {string.Join(", ", open)} {(open.Count == 1 ? "is" : "are")} in is not stated, who {(open.Count == 1 ? "owes" : "owe")} support ({string.Join(", ", duties.Select(duty => duty.Label))}); an empty list says that there is none.")
            .WithEach(open.Skip(1), party => $"Nor is it stated of {party}.");
}

FindingKind OneOwesMost => Concern("QA470", "one party owes most of the support");

// Who owes more than all others together may tire of it.
IEnumerable<Finding> Burdens(Arrangement arrangement, IReadOnlyList<Finding> found)
{
    var duties = Duties(arrangement).ToList();
    var all = duties.SelectMany(duty => duty.Obligors).Count();
    var most = arrangement.Parties.Count < 2 ? null : duties.SelectMany(duty => duty.Obligors).GroupBy(party => party).FirstOrDefault(owed => owed.Count() * 2 > all);
    if (most is null)
        yield break;
    var own = duties.FindAll(duty => duty.Obligors.Contains(most.Key));
    yield return own[0].Report(OneOwesMost, $"{most.Key} owes support {Times(own.Count)}, all others together {Times(all - own.Count)}.")
        .WithEach(own.Skip(1), duty => $"{duty.Label} is owed by {most.Key} too.");
}

string Times(int count) => count switch { 0 => "never", 1 => "once", 2 => "twice", _ => $"{count} times" };

IEnumerable<Provision> Duties(Arrangement arrangement) => arrangement.Provisions.Where(provision => provision.IsSupportDuty);

bool IsAtPeace(Party party) => party.Conflicts is not null && party.OngoingWar is null;

IEnumerable<ProvisionKind> Kinds(List<Provision> duties) => duties.Select(duty => duty.Kind).Distinct();

// Who owes a party support of the kind that it does not return, all clauses taken together.
List<(Party Giver, Party Party)> Unreturned(Arrangement arrangement, List<Provision> duties, ProvisionKind kind)
{
    var unreturned = new List<(Party Giver, Party Party)>();
    var ofKind = duties.FindAll(duty => duty.Kind == kind);

    // What all owe to all needs no comparing, which would take long among two hundred parties.
    if (ofKind.Exists(duty => duty.Obligors.Count == arrangement.Parties.Count && duty.Beneficiaries.Count == arrangement.Parties.Count))
        return unreturned;
    var owing = arrangement.Parties.ToDictionary(party => party, party => new HashSet<Party>());
    foreach (var duty in ofKind)
    {
        foreach (var obligor in duty.Obligors)
            owing[obligor].UnionWith(duty.Beneficiaries);
    }

    foreach (var giver in arrangement.Parties)
    {
        foreach (var party in owing[giver])
        {
            if (!owing[party].Contains(giver))
                unreturned.Add((giver, party));
        }
    }

    return unreturned;
}

// The parties that do not owe support of the kind, all clauses taken together; where all support is returned, they do not get it either.
List<Party> LeftOutOf(Arrangement arrangement, List<Provision> duties, ProvisionKind kind)
{
    var owe = duties.Where(duty => duty.Kind == kind).SelectMany(duty => duty.Obligors).ToHashSet();
    return arrangement.Parties.Where(party => !owe.Contains(party)).ToList();
}
