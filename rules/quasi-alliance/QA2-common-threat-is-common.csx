return new Rule
{
    Title = "The common threat is common",
    Source = "Quasi-alliance, second question: whom the common threat reaches",
    Why = """
        What is called a common threat reaches the members in different ways, and who is not reached by it lends its strength to others. A threat
        that a provision addresses, to which every party is exposed, all within one level of each other, is common. A party that owes a provision
        against a threat to which it is not exposed (`none`), and is exposed to no other threat that is addressed, has no share in it.

        Exposure that is not stated is not `none`: it leaves the question open, and so do exposures that are stated and make no threat common, where
        nobody is without a share. Levels two or more apart are shown for a review. Containment to which two or more parties are exposed at `moderate`
        or above is called dual.

        It is asked of alliances and quasi-alliances only.
        """,
    AppliesTo = arrangement => arrangement.Alignment.IsAllianceLike,
    Findings = [Common, NoShare, NotStated, ShareNotStated, NotCommon, Uneven],
    Checks = [CommonThreats, WithoutShare, Unstated, Uncommon],
    Concerns = [UnevenThreats],
    Examples =
    [
        Upheld("Every party is exposed to containment, within one level: it is dual", """
            {
              "id": "dual", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [
                { "id": "containment", "kind": "containment", "actor": { "kind": "unnamed-state" }, "exposure": { "aland": "moderate", "borduria": "high" } },
                { "id": "flood", "kind": "natural-disaster" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "joint-exercise", "addresses": ["containment"] }, { "kind": "humanitarian", "addresses": ["flood"] }] }]
            }
            """),
        Upheld("A party that one threat does not reach is exposed to another", """
            {
              "id": "two-threats", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [
                { "id": "raid", "kind": "armed-attack", "exposure": { "aland": "low", "borduria": "none" } },
                { "id": "flood", "kind": "natural-disaster", "exposure": { "aland": "low", "borduria": "low" } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "addresses": ["raid"] }, { "kind": "humanitarian", "addresses": ["flood"] }] }]
            }
            """),
        Violated("A party fights a threat that does not reach it", """
            {
              "id": "no-share", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "raid", "kind": "armed-attack", "exposure": { "aland": "high", "borduria": "none" } }, { "id": "flood", "kind": "natural-disaster", "exposure": { "borduria": "high" } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "obligors": ["borduria"], "addresses": ["raid"] }, { "kind": "consultation", "addresses": ["raid"] }] }]
            }
            """),
        Undetermined("Nobody's exposure to the threat that is addressed is stated", """
            {
              "id": "nobody-exposed", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "raid", "kind": "armed-attack", "exposure": {} }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "trigger": "armed-attack", "addresses": ["raid"] }] }]
            }
            """),
        Undetermined("Exposure is stated of one party only", """
            {
              "id": "half-stated", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [
                { "id": "raid", "kind": "armed-attack", "exposure": { "aland": "high" } },
                { "id": "flood", "kind": "natural-disaster", "exposure": {} },
                { "id": "unrest", "kind": "internal-unrest", "exposure": { "aland": "low", "borduria": "low" } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "addresses": ["raid"] }, { "kind": "humanitarian", "addresses": ["flood"] }] }]
            }
            """),
        Undetermined("No threat that a provision addresses", """
            {
              "id": "no-threat", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }]
            }
            """),
        Undetermined("Whether a party has a share in another threat is not stated", """
            {
              "id": "share-unstated", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [
                { "id": "raid", "kind": "armed-attack", "exposure": { "aland": "low", "borduria": "none" } },
                { "id": "flood", "kind": "natural-disaster", "exposure": { "aland": "low" } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "addresses": ["raid"] }, { "kind": "humanitarian", "addresses": ["flood"] }] }]
            }
            """),
        Undetermined("A share in one threat is enough, whatever is not stated of a third; who owes nothing needs none", """
            {
              "id": "share-stated", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "syldavia", "name": "Syldavia" }],
              "threats": [
                { "id": "raid", "kind": "armed-attack", "exposure": { "aland": "low", "borduria": "none", "syldavia": "none" } },
                { "id": "flood", "kind": "natural-disaster", "exposure": { "aland": "low", "borduria": "low" } },
                { "id": "unrest", "kind": "internal-unrest", "exposure": { "aland": "high", "syldavia": "low" } }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "defense", "obligors": ["aland", "borduria"], "addresses": ["raid"] },
                { "kind": "humanitarian", "obligors": ["aland", "borduria"], "addresses": ["flood"] },
                { "kind": "cooperation", "domain": "political", "obligors": ["syldavia"], "addresses": ["unrest"] }] }]
            }
            """),
        Undetermined("All are exposed, and two levels lie between them", """
            {
              "id": "uneven", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [
                { "id": "raid", "kind": "armed-attack", "exposure": { "aland": "low", "borduria": "high" } },
                { "id": "flood", "kind": "natural-disaster", "exposure": { "aland": "high", "borduria": "low" } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "addresses": ["raid"] }, { "kind": "humanitarian", "addresses": ["flood"] }] }]
            }
            """),
        Undetermined("The one that is not exposed owes nothing against that threat", """
            {
              "id": "bystander", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [
                { "id": "raid", "kind": "armed-attack", "exposure": { "aland": "low", "borduria": "none" } },
                { "id": "flood", "kind": "natural-disaster", "exposure": { "aland": "low" } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "obligors": ["aland"], "addresses": ["raid"] }, { "kind": "humanitarian", "addresses": ["flood"] }] }]
            }
            """),
        NotApplicable("A gang is no threat that makes a quasi-alliance", """
            {
              "id": "gang", "title": "River police",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "gang", "kind": "transnational-crime", "actor": { "kind": "non-state" }, "exposure": { "aland": "high", "borduria": "none" } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "joint-exercise", "addresses": ["gang"] }] }]
            }
            """),
    ],
};

FindingKind Common => Support("QA280", "a threat to which every party is exposed alike");

// A threat that is addressed reaches every party, none much more than another.
IEnumerable<Finding> CommonThreats(Arrangement arrangement) =>
    from threat in Addressed(arrangement)
    where IsCommon(arrangement, threat)
    select threat.At.Exposure.Report(Common, $"Every party is exposed to \"{threat}\" ({threat.Kind}{(threat.IsDualContainment ? ", dual" : "")}): {Levels(arrangement, threat)}.")
        .WithEach(threat.AddressedBy, provision => $"{provision.Label} addresses it.");

FindingKind NoShare => Violation("QA201", "a duty against a threat that does not reach the party");

// Who owes a provision against a threat must have a share in it, or in another that is addressed.
IEnumerable<Finding> WithoutShare(Arrangement arrangement) =>
    from party in arrangement.Parties
    let foreign = Foreign(arrangement, party)
    where foreign is not null && Addressed(arrangement).All(threat => threat.ExposureOf(party) == ExposureLevel.None)
    select foreign.At.Exposure.Member(party.Id).Report(NoShare, $"{party} is not exposed to \"{foreign}\", which it is to address, nor to any other threat that is addressed.")
        .WithEach(foreign.AddressedBy.Where(provision => provision.Obligors.Contains(party)), provision => $"{provision.Label} is owed by {party}.");

FindingKind NotStated => Gap("QA250", "no addressed threat with everyone's exposure");
FindingKind ShareNotStated => Gap("QA251", "exposure that would give a party its share is not stated");

// Of one threat that is addressed, everyone's exposure must be stated; and of a party that one does not reach, its exposure to the others.
IEnumerable<Finding> Unstated(Arrangement arrangement)
{
    var addressed = Addressed(arrangement).ToList();
    if (addressed.Count == 0)
    {
        yield return arrangement.At.Threats.NewItem.Report(NotStated, "No threat is stated that a provision addresses; one with the exposure of each party could decide.");
        yield break;
    }

    if (!addressed.Exists(threat => IsStated(arrangement, threat)))
        yield return MissingAt(arrangement, addressed[0]).Report(NotStated, $"Of no threat that is addressed is everyone's exposure stated; that of each party to \"{addressed[0]}\" is needed first.")
            .WithEach(addressed.Skip(1), threat => $"Nor is it stated of \"{threat}\".");
    else
        foreach (var party in arrangement.Parties.Where(party => Foreign(arrangement, party) is not null && addressed.TrueForAll(threat => threat.ExposureOf(party) is not { Rank: > 0 })))
            foreach (var threat in addressed.Where(threat => threat.ExposureOf(party) is null))
                yield return threat.At.Exposure.Member(party.Id).Report(ShareNotStated, $"Whether {party}, which owes provisions against a threat that does not reach it, is exposed to \"{threat}\" is not stated.");
}

FindingKind NotCommon => Gap("QA252", "exposures are stated, and no threat is common");

// Where all is stated, nobody is without a share and still no threat is common, that is what is missing.
IEnumerable<Finding> Uncommon(Arrangement arrangement)
{
    var stated = Addressed(arrangement).Where(threat => IsStated(arrangement, threat)).ToList();
    if (stated.Count > 0 && !stated.Exists(threat => IsCommon(arrangement, threat)) && !WithoutShare(arrangement).Any())
        yield return stated[0].At.Exposure.Report(NotCommon, $"\"{stated[0]}\" is not common: {Levels(arrangement, stated[0])}; a threat to which every party is exposed, all within one level of each other, would decide.")
            .WithEach(stated.Skip(1), threat => $"Nor is \"{threat}\": {Levels(arrangement, threat)}.");
}

FindingKind Uneven => Concern("QA270", "exposures two levels apart");

// One whom a threat reaches far less than another may not stand by it.
IEnumerable<Finding> UnevenThreats(Arrangement arrangement, IReadOnlyList<Finding> found) =>
    from threat in Addressed(arrangement)
    where SpreadOf(threat) > 1
    select threat.At.Exposure.Report(Uneven, $"Exposures to \"{threat}\" lie two levels or more apart: {Levels(arrangement, threat)}.");

IEnumerable<Threat> Addressed(Arrangement arrangement) => arrangement.Threats.Where(threat => threat.AddressedBy.Any());

// The first threat that the party is to address and that does not reach it.
Threat? Foreign(Arrangement arrangement, Party party) =>
    Addressed(arrangement).FirstOrDefault(threat => threat.ExposureOf(party) == ExposureLevel.None && threat.AddressedBy.Any(provision => provision.Obligors.Contains(party)));

bool IsCommon(Arrangement arrangement, Threat threat) => arrangement.Parties.All(party => threat.ExposureOf(party) is { Rank: > 0 }) && SpreadOf(threat) <= 1;

bool IsStated(Arrangement arrangement, Threat threat) => arrangement.Parties.All(party => threat.ExposureOf(party) is not null);

Place MissingAt(Arrangement arrangement, Threat threat) =>
    arrangement.Parties.FirstOrDefault(party => threat.ExposureOf(party) is null) is { } party ? threat.At.Exposure.Member(party.Id) : threat.At.Exposure;

// How far apart the exposures to a threat lie that are stated.
int SpreadOf(Threat threat)
{
    var (least, most) = (ExposureLevel.High.Rank, ExposureLevel.None.Rank);
    if (threat.Exposure is not { } exposures)
        return 0; // unnoticed: only a spread of more than one is told apart
    foreach (var exposure in exposures)
    {
        least = Math.Min(least, exposure.Level.Rank);
        most = Math.Max(most, exposure.Level.Rank);
    }

    return most - least;
}

string Levels(Arrangement arrangement, Threat threat) => string.Join(", ",
    from party in arrangement.Parties
    let level = threat.ExposureOf(party)
    where level is not null
    select $"{party} {level}");
