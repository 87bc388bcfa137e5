return new Rule
{
    Title = "The benefits outweigh the risks for every party",
    Source = "Quasi-alliance, first question: what each party gains and what it risks",
    Why = """
        Nobody should join an alliance or a quasi-alliance that costs more than it brings. For each party the highest level among its gains is held
        against the highest among its costs and risks; equal levels are enough. Levels are the coder's judgement: `low`, `moderate` or `high`. Only
        stakes count here, not the provisions from which FA4 infers that a party gains.

        A party without stakes, without a gain, or with any stake that has no level leaves the question open, even where that stake is one more
        gain. One party that carries every high risk is shown for a review.

        It is asked of alliances and quasi-alliances only.
        """,
    AppliesTo = arrangement => arrangement.Alignment.IsAllianceLike,
    Findings = [Outweighed, RiskAboveGain, NoStakes, NoGain, NoLevel, HighRisksOnOne],
    Checks = [Balance, Losses, OpenStakes],
    Concerns = [HighRisks],
    Examples =
    [
        Upheld("Each gains as much as it bears, or more", """
            {
              "id": "balance", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "stakes": [
                { "party": "aland", "kind": "gain", "level": "low" }, { "party": "aland", "kind": "gain", "level": "moderate" },
                { "party": "aland", "kind": "cost", "level": "moderate" }, { "party": "aland", "kind": "risk", "level": "low" },
                { "party": "borduria", "kind": "gain", "level": "high" }, { "party": "borduria", "kind": "cost", "level": "low" }]
            }
            """),
        Upheld("High risks on both, and high gains", """
            {
              "id": "high-risks", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "stakes": [
                { "party": "aland", "kind": "gain", "level": "high" }, { "party": "aland", "kind": "risk", "level": "high" },
                { "party": "borduria", "kind": "gain", "level": "high" }, { "party": "borduria", "kind": "risk", "level": "high" }]
            }
            """),
        Violated("One party risks more than it gains, and carries every high risk", """
            {
              "id": "unbalanced", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "stakes": [
                { "party": "aland", "kind": "gain", "level": "high" }, { "party": "aland", "kind": "risk", "level": "moderate" },
                { "party": "borduria", "kind": "gain", "level": "moderate" }, { "party": "borduria", "kind": "risk", "level": "high" }, { "party": "borduria", "kind": "risk", "level": "high" }, { "party": "borduria", "kind": "cost", "level": "low" }]
            }
            """),
        Violated("A cost alone is above the gain", """
            {
              "id": "costly", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "stakes": [{ "party": "aland", "kind": "gain", "level": "low" }, { "party": "aland", "kind": "cost", "level": "moderate" }, { "party": "aland", "kind": "risk", "level": "high" }]
            }
            """),
        Undetermined("A party without stakes, one without a gain, one with a stake that has no level", """
            {
              "id": "open", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "syldavia", "name": "Syldavia" }, { "id": "elbonia", "name": "Elbonia" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "stakes": [
                { "party": "borduria", "kind": "risk", "level": "low" },
                { "party": "syldavia", "kind": "gain", "level": "low" }, { "party": "syldavia", "kind": "gain" }, { "party": "syldavia", "kind": "cost", "level": "high" },
                { "party": "elbonia", "kind": "gain", "level": "low" }]
            }
            """),
        Undetermined("Two parties without stakes, two with risks alone", """
            {
              "id": "two-and-two", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "syldavia", "name": "Syldavia" }, { "id": "elbonia", "name": "Elbonia" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "stakes": [{ "party": "syldavia", "kind": "risk", "level": "low" }, { "party": "elbonia", "kind": "cost", "level": "low" }]
            }
            """),
        Undetermined("A cost whose level is not stated", """
            {
              "id": "unstated-cost", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "stakes": [{ "party": "aland", "kind": "gain", "level": "high" }, { "party": "aland", "kind": "cost" }]
            }
            """),
        Undetermined("One more gain has no level, and one party's only gain", """
            {
              "id": "unstated-gains", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "stakes": [
                { "party": "aland", "kind": "gain", "level": "high" }, { "party": "aland", "kind": "gain" }, { "party": "aland", "kind": "risk", "level": "high" },
                { "party": "borduria", "kind": "gain" }]
            }
            """),
        Undetermined("A gain outweighs what is borne, and one more gain has no level", """
            {
              "id": "one-more-gain", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "stakes": [{ "party": "aland", "kind": "gain", "level": "high" }, { "party": "aland", "kind": "gain" }, { "party": "aland", "kind": "risk", "level": "high" }]
            }
            """),
        NotApplicable("Trade binds nobody to fight, and meets no threat", """
            {
              "id": "trade", "title": "River trade",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }],
              "stakes": [{ "party": "aland", "kind": "gain", "level": "low" }, { "party": "aland", "kind": "risk", "level": "high" }]
            }
            """),
    ],
};

FindingKind Outweighed => Support("QA180", "every party gains as much as it bears");

// Every party has a gain with a level, and no cost or risk above its highest gain.
IEnumerable<Finding> Balance(Arrangement arrangement)
{
    if (!arrangement.Parties.All(party => Gains(arrangement, party)))
        yield break;
    var first = Highest(arrangement, arrangement.Parties[0], isGain: true)!;
    var support = first.Report(Outweighed, $"No party has a cost or risk above its highest gain: {arrangement.Parties}.");
    foreach (var party in arrangement.Parties.Skip(1))
        support = support.With(Highest(arrangement, party, isGain: true)!.Place, $"The highest gain of {party}.");
    yield return support;
}

FindingKind RiskAboveGain => Violation("QA101", "a cost or risk above every gain of the party");

// A party whose highest cost or risk is above its highest gain had better not join.
IEnumerable<Finding> Losses(Arrangement arrangement)
{
    foreach (var party in arrangement.Parties)
    {
        var burden = Highest(arrangement, party, isGain: false);
        var gain = Highest(arrangement, party, isGain: true);
        if (burden is not null && gain is not null && RankOf(burden) > RankOf(gain) && StakesOf(arrangement, party).All(stake => stake.Level is not null))
            yield return burden.At.Level.Report(RiskAboveGain, $"A {burden.Kind} of {party} is {burden.Level}, and its highest gain is {gain.Level}.")
                .With(gain.Place, $"The highest gain of {party}.");
    }
}

FindingKind NoStakes => Gap("QA150", "a party without stakes");
FindingKind NoGain => Gap("QA151", "a party without a gain");
FindingKind NoLevel => Gap("QA152", "a stake that has no level");

// What a party gains, and how much each of its stakes weighs, must be said.
IEnumerable<Finding> OpenStakes(Arrangement arrangement)
{
    var silent = arrangement.Parties.Only(party => !StakesOf(arrangement, party).Any());
    if (silent.Count > 0)
        yield return arrangement.At.Stakes.NewItem.Report(NoStakes, $"Nothing is said of what {silent} {(silent.Count == 1 ? "gains and bears" : "gain and bear")}; stakes with their levels would decide.");
    var losing = arrangement.Parties.Only(party => StakesOf(arrangement, party).Any() && !StakesOf(arrangement, party).Any(stake => stake.Kind == StakeKind.Gain));
    if (losing.Count > 0)
        yield return arrangement.At.Stakes.NewItem.Report(NoGain, $"No gain is stated of {losing}, only what {(losing.Count == 1 ? "it bears" : "they bear")}; one with its level would decide.")
            .WithEach(arrangement.Stakes.Where(stake => losing.Contains(stake.Party)), stake => $"A {stake.Kind} of {stake.Party}.");
    foreach (var stake in arrangement.Stakes.Where(stake => stake.Level is null))
        yield return stake.At.Level.Report(NoLevel, $"The level of a {stake.Kind} that falls to {stake.Party} is not stated.");
}

FindingKind HighRisksOnOne => Concern("QA170", "every high risk on one party");

// High risks that one party carries alone are worth a look.
IEnumerable<Finding> HighRisks(Arrangement arrangement, IReadOnlyList<Finding> found)
{
    var high = arrangement.Stakes.Where(stake => stake.Kind == StakeKind.Risk && stake.Level == StakeLevel.High).ToList();
    if (high.Count > 0 && high.TrueForAll(stake => stake.Party == high[0].Party))
        yield return high[0].Report(HighRisksOnOne, $"Every high risk that is stated falls to {high[0].Party}.")
            .WithEach(high.Skip(1), stake => $"Another high risk of {stake.Party}.");
}

IEnumerable<Stake> StakesOf(Arrangement arrangement, Party party) => arrangement.Stakes.Where(stake => stake.Party == party);

bool Gains(Arrangement arrangement, Party party) =>
    Highest(arrangement, party, isGain: true) is { } gain
    && StakesOf(arrangement, party).All(stake => stake.Kind == StakeKind.Gain || (stake.Level is not null && RankOf(stake) <= RankOf(gain)));

Stake? Highest(Arrangement arrangement, Party party, bool isGain)
{
    Stake? highest = null;
    foreach (var stake in StakesOf(arrangement, party))
    {
        if (stake.Kind == StakeKind.Gain == isGain && stake.Level is not null && (highest is null || RankOf(stake) > RankOf(highest)))
            highest = stake;
    }

    return highest;
}

int RankOf(Stake stake) => stake.Level!.Rank;
