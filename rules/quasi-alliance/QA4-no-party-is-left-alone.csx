return new Rule
{
    Title = "No party is left alone",
    Source = "Quasi-alliance, fourth question: abandonment and reciprocity",
    Why = """
        A partner may give a party up, or be unable to return what it was given, above all a partner at war. There are four kinds of support: a pledge,
        whatever it is called, assistance, liquidity support and the pooling of reserves; the duties of one kind are taken together over the whole text.
        Where there is one, every party owes each kind to every other, each duty says when it is due, and nobody who owes one is at war, no party is
        left alone. A party that benefits from a kind of support and does not owe the same kind to those that owe it breaks the principle.

        A support duty owed by a party at war is a gap, not a breach: whether it can deliver is open. Whether who owes one is at war must be said: an
        empty list of conflicts says that it is not. Support that is returned and still leaves a party out is a gap. A party that owes more support
        duties than all others together is shown for a review.

        It is asked of alliances and quasi-alliances only.
        """,
    AppliesTo = arrangement => arrangement.Alignment.IsAllianceLike,
    Findings = [Mutual, NotReturned, NoSupport, NoTrigger, OwedByOneAtWar, ConflictsNotStated, LeavesOut, OneOwesMost],
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
        Upheld("A pledge is returned by a pledge of another name", """
            {
              "id": "other-name", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "defense", "trigger": "armed-attack", "obligors": ["aland"], "beneficiaries": ["borduria"] },
                { "kind": "assistance", "trigger": "armed-attack", "obligors": ["borduria"], "beneficiaries": ["aland"] }] }]
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
        Violated("A pledge is not returned by relief", """
            {
              "id": "relief", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "assistance", "trigger": "armed-attack", "obligors": ["aland"], "beneficiaries": ["borduria"] },
                { "kind": "assistance", "domain": "humanitarian", "trigger": "crisis", "obligors": ["borduria"], "beneficiaries": ["aland"] }] }]
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
        Undetermined("Two pairs support each other, each by itself", """
            {
              "id": "two-pairs", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }, { "id": "syldavia", "name": "Syldavia", "conflicts": [] }, { "id": "elbonia", "name": "Elbonia", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "defense", "trigger": "armed-attack", "obligors": ["aland", "borduria"], "beneficiaries": ["aland", "borduria"] },
                { "kind": "defense", "trigger": "armed-attack", "obligors": ["syldavia", "elbonia"], "beneficiaries": ["syldavia", "elbonia"] }] }]
            }
            """),
        Undetermined("Each looks after itself", """
            {
              "id": "each-for-itself", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "defense", "trigger": "armed-attack", "obligors": ["aland"], "beneficiaries": ["aland"] },
                { "kind": "defense", "trigger": "armed-attack", "obligors": ["borduria"], "beneficiaries": ["borduria"] }] }]
            }
            """),
        Undetermined("Only those that owe support are asked about their wars, and one party alone owes to nobody else", """
            {
              "id": "bystander", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [{ "with": "Elbonia", "status": "ongoing-war" }] }, { "id": "syldavia", "name": "Syldavia" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "trigger": "armed-attack", "obligors": ["aland"], "beneficiaries": ["aland"] }] }]
            }
            """),
        Undetermined("A party alone has nobody to support it", """
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

// Each kind of support is owed by every party to every other, says when it is due, and is owed by nobody at war.
IEnumerable<Finding> MutualSupport(Arrangement arrangement)
{
    var duties = Duties(arrangement).ToList();
    if (duties.Count > 0 && duties.TrueForAll(duty => duty.HasTrigger && duty.Obligors.All(IsAtPeace)) && Kinds(duties).All(kind => IsMutual(arrangement, Owing(arrangement, duties, kind))))
        yield return duties[0].Report(Mutual, $"Every party owes every other support ({string.Join(", ", Kinds(duties))}), and nobody who owes it is at war.")
            .WithEach(duties.Skip(1), duty => $"{duty.Label} owes support too.");
}

FindingKind NotReturned => Violation("QA401", "support that is not returned in kind");
FindingKind LeavesOut => Gap("QA454", "support that leaves a party out");

// Whom others support with one kind must owe them the same kind; where all return it, nobody may be left out.
IEnumerable<Finding> Returns(Arrangement arrangement)
{
    var duties = Duties(arrangement).ToList();
    foreach (var kind in Kinds(duties))
    {
        if (Owing(arrangement, duties, kind) is not { } owing)
            continue;
        var isReturned = true;
        foreach (var party in arrangement.Parties)
        {
            var givers = GiversOf(arrangement, owing, party);
            if (givers.Count == 0)
                continue;
            isReturned = false;
            yield return duties.Find(duty => KindOf(duty) == kind && duty.Beneficiaries.Contains(party) && duty.Obligors.Contains(givers[0]))!
                .Report(NotReturned, $"{givers} {(givers.Count == 1 ? "owes" : "owe")} {party} support ({kind}), and {party} owes none of the kind in return.");
        }

        var left = LeftOut(arrangement, owing);
        if (isReturned && left.Count > 0)
            yield return duties.Find(duty => KindOf(duty) == kind)!.Report(LeavesOut, $"Not every party owes every other support ({kind}): {left} {(left.Count == 1 ? "does" : "do")} not; support that each owes to all others would decide.");
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

FindingKind ConflictsNotStated => Gap("QA453", "the conflicts of a party that owes support are not stated");

// Who owes support, of that party it must be said what conflicts it is in.
IEnumerable<Finding> OpenConflicts(Arrangement arrangement)
{
    var duties = Duties(arrangement).Where(duty => duty.Obligors.Any(party => party.Conflicts is null)).ToList();
    var owing = duties.SelectMany(duty => duty.Obligors).ToHashSet();
    var open = arrangement.Parties.Only(party => party.Conflicts is null && owing.Contains(party));
    if (open.Count > 0)
        yield return open[0].At.Conflicts.Report(ConflictsNotStated, $"Of {open}, which {(open.Count == 1 ? "owes" : "owe")} support ({string.Join(", ", duties.Select(duty => duty.Label).Distinct())}), no conflicts are stated; an empty list says that there are none.")
            .WithEach(open.Skip(1), party => $"Nor are those of {party}.");
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

bool IsMutual(Arrangement arrangement, Dictionary<Party, HashSet<Party>>? owing) => owing is null || LeftOut(arrangement, owing).Count == 0;

bool IsAtPeace(Party party) => party.Conflicts is not null && party.OngoingWar is null;

IEnumerable<string> Kinds(List<Provision> duties) => duties.Select(KindOf).Distinct();

// A pledge is one kind of support, whatever it is called.
string KindOf(Provision duty) => duty.IsPledge ? "pledge" : duty.Kind.Text;

// To which others each party owes support of the kind, all clauses taken together; null where all owe it to all.
Dictionary<Party, HashSet<Party>>? Owing(Arrangement arrangement, List<Provision> duties, string kind)
{
    var ofKind = duties.FindAll(duty => KindOf(duty) == kind);
    var all = arrangement.Parties.Count;
    if (all > 1 && ofKind.Exists(duty => duty.Obligors.Count == all && duty.Beneficiaries.Count == all)) // unnoticed: it spares comparing two hundred parties
        return null;
    var owing = arrangement.Parties.ToDictionary(party => party, party => new HashSet<Party>());
    foreach (var duty in ofKind)
    {
        foreach (var obligor in duty.Obligors)
            owing[obligor].UnionWith(duty.Beneficiaries);
    }

    foreach (var party in arrangement.Parties)
        owing[party].Remove(party);
    return owing;
}

// Who owes the party support that it does not return.
PartyList GiversOf(Arrangement arrangement, Dictionary<Party, HashSet<Party>> owing, Party party) =>
    arrangement.Parties.Only(giver => owing[giver].Contains(party) && !owing[party].Contains(giver));

// The parties that do not owe support to every other; where all support is returned, they do not get it from every other either.
PartyList LeftOut(Arrangement arrangement, Dictionary<Party, HashSet<Party>> owing) =>
    arrangement.Parties.Only(party => owing[party].Count < Math.Max(1, arrangement.Parties.Count - 1));
