return new Rule
{
    Title = "Always pursue win-win results through cooperation",
    Source = "Five always, fourth principle",
    Why = """
        Cooperation is win-win when every party is shown to gain: by a stake that says so, by a cooperative provision that benefits it
        (trade, finance, knowledge, energy, environment and the like; never a pledge, military aid or basing), or by mutual-benefit clauses
        that together bind all. A party that has a stated cost or risk and no gain from any of these does not win; one about which nothing is
        said leaves the question open. Shutting some parties out of a benefit, and decoupling as an aim, are no cooperation.

        Unequal shares alone are no violation: they are shown for a review, and so are risks that fall to one party more than to all others.
        An exclusive clause is judged by itself: a mirrored one for the other party does not mend it.
        """,
    Findings = [EveryoneGains, CostWithoutGain, ShutsOut, DecouplingAim, NothingSaid, UnequalShares, RisksOnOne],
    Checks = [Gains, Losses, Exclusions, Decouplings],
    Concerns = [Shares, Risks],
    Examples =
    [
        Upheld("Every party gains by a stake", """
            {
              "id": "stakes", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "stakes": [{ "party": "aland", "kind": "gain", "share": 60 }, { "party": "borduria", "kind": "gain", "share": 40 }, { "party": "borduria", "kind": "cost" }]
            }
            """),
        Upheld("Every party benefits from a cooperative provision, each from its own", """
            {
              "id": "provisions", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade", "beneficiaries": ["aland"] }, { "kind": "environment", "beneficiaries": ["borduria"] }] }]
            }
            """),
        Upheld("Each kind of cooperative provision counts", """
            {
              "id": "kinds", "title": "River agreement",
              "parties": [{ "id": "p1", "name": "P1" }, { "id": "p2", "name": "P2" }, { "id": "p3", "name": "P3" }, { "id": "p4", "name": "P4" }, { "id": "p5", "name": "P5" },
                          { "id": "p6", "name": "P6" }, { "id": "p7", "name": "P7" }, { "id": "p8", "name": "P8" }, { "id": "p9", "name": "P9" }, { "id": "p10", "name": "P10" },
                          { "id": "p11", "name": "P11" }, { "id": "p12", "name": "P12" }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "investment", "beneficiaries": ["p1"] }, { "kind": "economic-aid", "beneficiaries": ["p2"] }, { "kind": "liquidity-support", "beneficiaries": ["p3"] },
                { "kind": "reserve-pooling", "beneficiaries": ["p4"] }, { "kind": "payment-settlement", "beneficiaries": ["p5"] }, { "kind": "development-finance", "beneficiaries": ["p6"] },
                { "kind": "technology-sharing", "domain": "digital", "beneficiaries": ["p7"] }, { "kind": "education-training", "domain": "digital", "beneficiaries": ["p8"] },
                { "kind": "research-development", "domain": "digital", "beneficiaries": ["p9"] }, { "kind": "humanitarian", "beneficiaries": ["p10"] },
                { "kind": "energy", "beneficiaries": ["p11"] }, { "kind": "cooperation", "domain": "political", "beneficiaries": ["p12"] }] }]
            }
            """),
        Upheld("Mutual-benefit clauses together bind all; two risks fall to two parties", """
            {
              "id": "mutual", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "mutual-benefit", "obligors": ["aland"] }, { "kind": "mutual-benefit", "obligors": ["borduria"] }] }],
              "stakes": [{ "party": "aland", "kind": "risk", "share": 1 }, { "party": "borduria", "kind": "risk", "share": 2 }]
            }
            """),
        Violated("A party bears a cost and gains nothing; a pledge, military aid and basing are no gain", """
            {
              "id": "cost", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade", "beneficiaries": ["aland"] }, { "kind": "defense" }, { "kind": "military-aid" }, { "kind": "basing" }] }],
              "stakes": [{ "party": "borduria", "kind": "cost", "summary": "dredging" }]
            }
            """),
        Violated("A party bears two risks of three and gains nothing", """
            {
              "id": "risk", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "mutual-benefit", "obligors": ["aland"] }] }],
              "stakes": [{ "party": "aland", "kind": "gain" }, { "party": "aland", "kind": "risk" }, { "party": "borduria", "kind": "risk" }, { "party": "borduria", "kind": "risk" }]
            }
            """),
        Violated("A benefit that shuts a party out, of whatever kind", """
            {
              "id": "exclusive", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "trade" }, { "kind": "energy", "exclusive": true }, { "kind": "trade", "exclusive": false, "beneficiaries": ["aland"] },
                { "kind": "military-aid", "exclusive": true, "beneficiaries": ["aland"] }, { "kind": "military-aid", "exclusive": true, "beneficiaries": ["borduria"] }] }]
            }
            """),
        Violated("Decoupling as an aim", """
            {
              "id": "decoupling", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }, { "kind": "decoupling" }] }]
            }
            """),
        Undetermined("Nothing is said of one party", """
            {
              "id": "one-sided", "title": "River agreement", "completeness": "full", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "economic-aid", "obligors": ["borduria"], "beneficiaries": ["aland"] }] }],
              "stakes": [{ "party": "aland", "kind": "gain", "share": 1 }, { "party": "aland", "kind": "gain", "share": 1 }, { "party": "aland", "kind": "risk" }]
            }
            """),
        Upheld("Both risks fall to one of the parties that gain", """
            {
              "id": "risks-on-one", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }],
              "stakes": [{ "party": "aland", "kind": "risk" }, { "party": "aland", "kind": "risk" }]
            }
            """),
        Upheld("Of two gains with one share, a third says none", """
            {
              "id": "same-shares", "title": "River agreement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "syldavia", "name": "Syldavia" }],
              "stakes": [{ "party": "aland", "kind": "gain", "share": 30 }, { "party": "borduria", "kind": "gain", "share": 30 }, { "party": "syldavia", "kind": "gain" }]
            }
            """),
    ],
};

FindingKind EveryoneGains => Support("FA480", "every party is shown to gain");
FindingKind NothingSaid => Gap("FA450", "nothing is said of what a party gains or bears");

// Every party must be shown to gain; where nothing at all is said of one, that is what is missing.
IEnumerable<Finding> Gains(Arrangement arrangement)
{
    var open = arrangement.Parties.Where(party => arrangement.GainOf(party) is null).ToList();
    if (open.Count == 0)
    {
        var support = arrangement.GainOf(arrangement.Parties[0])!.Report(EveryoneGains, $"Every party is shown to gain: {arrangement.Parties}.");
        foreach (var party in arrangement.Parties.Skip(1))
            support = support.With(arrangement.GainOf(party)!.Place, $"What {party} gains.");
        yield return support;
    }

    foreach (var party in open.Where(party => !BurdensOf(arrangement, party).Any()))
        yield return arrangement.At.Stakes.NewItem.Report(NothingSaid, $"Nothing is said of what {party} gains or bears; a stake, a cooperative provision or a mutual-benefit clause would decide.");
}

FindingKind CostWithoutGain => Violation("FA401", "a cost or risk without a gain");

// A party that bears a cost or risk must also gain.
IEnumerable<Finding> Losses(Arrangement arrangement)
{
    foreach (var party in arrangement.Parties.Where(party => arrangement.GainOf(party) is null))
    {
        var burdens = BurdensOf(arrangement, party).ToList();
        if (burdens.Count > 0)
            yield return burdens[0].Report(CostWithoutGain, $"{party} has a stated {burdens[0].Kind}, and no gain of it is stated.")
                .WithEach(burdens.Skip(1), burden => $"Another {burden.Kind} of {party}.");
    }
}

// Of a party without a gain, every stake is a cost or a risk.
IEnumerable<Stake> BurdensOf(Arrangement arrangement, Party party) =>
    arrangement.Stakes.Where(stake => stake.Party == party);

FindingKind ShutsOut => Violation("FA402", "an exclusive clause that leaves parties out");

// A benefit must not shut parties out.
IEnumerable<Finding> Exclusions(Arrangement arrangement) =>
    from provision in arrangement.Provisions
    where provision.Exclusive == true && provision.Beneficiaries.Count < arrangement.Parties.Count
    select provision.At.Exclusive.Report(ShutsOut, $"{provision.Label} is exclusive and benefits {provision.Beneficiaries} only.");

FindingKind DecouplingAim => Violation("FA403", "decoupling as an aim");

// Cooperation does not aim at decoupling.
IEnumerable<Finding> Decouplings(Arrangement arrangement) =>
    from provision in arrangement.Provisions
    where provision.Is(Decoupling)
    select provision.Report(DecouplingAim, $"{provision.Label} makes decoupling an aim.");

FindingKind UnequalShares => Concern("FA470", "gains with different shares");

// Shares of the gains that differ are worth a look.
IEnumerable<Finding> Shares(Arrangement arrangement, IReadOnlyList<Finding> found)
{
    var shared = arrangement.Stakes.Where(stake => stake.Kind == StakeKind.Gain && stake.Share is not null).ToList();
    if (shared.Find(stake => stake.Share != shared[0].Share) is { } other)
        yield return other.At.Share.Report(UnequalShares, $"The shares of the gains differ: {shared[0].Party} {shared[0].Share}, {other.Party} {other.Share}.")
            .With(shared[0].At.Share, $"The share of {shared[0].Party}.");
}

FindingKind RisksOnOne => Concern("FA471", "more than half of the risks on one party");

// Risks that fall to one party more than to all others together are worth a look.
IEnumerable<Finding> Risks(Arrangement arrangement, IReadOnlyList<Finding> found)
{
    var risks = arrangement.Stakes.Where(stake => stake.Kind == StakeKind.Risk).ToList();
    if (risks.Count < 2)
        yield break;
    foreach (var party in arrangement.Parties)
    {
        var own = risks.Where(risk => risk.Party == party).ToList();
        if (own.Count * 2 > risks.Count)
            yield return own[0].Report(RisksOnOne, $"{own.Count} of {risks.Count} stated risks fall to {party}.")
                .WithEach(own.Skip(1), risk => $"Another risk of {party}.");
    }
}
