return new Rule
{
    Title = "No party is drawn into another's war",
    Source = "Quasi-alliance, third question: entrapment (Snyder 1984, World Politics 36: 461-495)",
    Why = """
        A duty that reaches into war can draw a party into a war that is not its own. War duties are a pledge, and military assistance, contribution or
        subordination of forces and integrated command. No such duty in the full text, or duties that are all limited (`unprovoked-only`,
        `location-specific`) and owed to no party at war, uphold the principle. A duty without such a limit, owed by another to a party in a war under way, breaks it.

        Whether a beneficiary is at war must be said: an empty list of conflicts says that it is not. A duty without a limit towards parties at
        peace is open, since it says nothing of how the next war begins, and so is a limited one towards a party at war. A duty with any condition
        towards a party that is at war or in armed clashes is shown for a review.

        It is asked of alliances and quasi-alliances only.
        """,
    AppliesTo = arrangement => arrangement.Alignment.IsAllianceLike,
    Findings = [NoWarDuty, AllLimited, OwedToOneAtWar, ConflictsNotStated, NoWarDutyRead, WithoutLimit, LimitedButAtWar, ConditionalButArmed],
    Checks = [Freedom, Limits, Wars, OpenConflicts, OpenText, OpenEnds, OpenLimits],
    Concerns = [ArmedBeneficiaries],
    Examples =
    [
        Upheld("A quasi-alliance of exercises, read in full", """
            {
              "id": "exercises", "title": "Watch on the river", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [{ "with": "Elbonia", "status": "ongoing-war" }] }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "containment", "kind": "containment", "actor": { "kind": "unnamed-state" } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "joint-exercise", "addresses": ["containment"] }, { "kind": "assistance", "domain": "humanitarian" }] }]
            }
            """),
        Upheld("Limited duties towards parties that are not at war", """
            {
              "id": "limited", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [{ "with": "Elbonia", "status": "dispute" }] }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "conditions": ["unprovoked-only"] }, { "kind": "force-contribution", "conditions": ["location-specific", "adversary-specific"] }] }]
            }
            """),
        Upheld("One limited duty, towards one party", """
            {
              "id": "one-duty", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "obligors": ["borduria"], "beneficiaries": ["aland"], "conditions": ["location-specific"] }] }]
            }
            """),
        Violated("A pledge to one that is at war", """
            {
              "id": "at-war", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [{ "with": "Elbonia", "status": "dispute" }, { "with": "Freedonia", "status": "ongoing-war" }] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "conditions": ["adversary-specific"] }] }]
            }
            """),
        Violated("Troops for one that is at war, in a quasi-alliance", """
            {
              "id": "troops", "title": "Watch on the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [{ "with": "Elbonia", "status": "ongoing-war" }] }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "containment", "kind": "containment", "actor": { "kind": "region" } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "force-contribution", "obligors": ["borduria"], "beneficiaries": ["aland"], "addresses": ["containment"] }] }]
            }
            """),
        Undetermined("Whether the beneficiary is at war is not stated", """
            {
              "id": "unstated", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "obligors": ["borduria"], "beneficiaries": ["aland"], "conditions": ["unprovoked-only"] }] }]
            }
            """),
        Undetermined("Of two beneficiaries it is not stated, of the third it is", """
            {
              "id": "two-unstated", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria" }, { "id": "syldavia", "name": "Syldavia" }, { "id": "elbonia", "name": "Elbonia" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "conditions": ["unprovoked-only"], "beneficiaries": ["aland", "borduria", "syldavia"] }] }]
            }
            """),
        Undetermined("Not the full text, and no war duty in what was read", """
            {
              "id": "partial", "title": "Watch on the river", "completeness": "excerpt",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "containment", "kind": "containment", "actor": { "kind": "unnamed-state" } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "joint-exercise", "addresses": ["containment"] }] }]
            }
            """),
        Undetermined("A duty without a limit, towards parties at peace", """
            {
              "id": "without-limit", "title": "Guard of the river", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [] }, { "id": "borduria", "name": "Borduria", "conflicts": [] }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }, { "kind": "assistance", "conditions": ["unprovoked-only"] }] }]
            }
            """),
        Undetermined("A limited duty towards one that is at war, and one towards one in armed clashes", """
            {
              "id": "limited-but-armed", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [{ "with": "Elbonia", "status": "ongoing-war" }] }, { "id": "borduria", "name": "Borduria", "conflicts": [{ "with": "Elbonia", "status": "armed-clashes" }] }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "integrated-command", "obligors": ["borduria"], "beneficiaries": ["aland"], "conditions": ["location-specific"] }, { "kind": "defense", "obligors": ["aland"], "beneficiaries": ["borduria"], "conditions": ["unprovoked-only"] }] }]
            }
            """),
        Undetermined("Whom nobody else helps is not helped into a war", """
            {
              "id": "self", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [{ "with": "Elbonia", "status": "ongoing-war" }] }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "obligors": ["aland"], "beneficiaries": ["aland"] }] }]
            }
            """),
        NotApplicable("Consultation in a crisis draws nobody into a war", """
            {
              "id": "entente", "title": "River talks", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland", "conflicts": [{ "with": "Elbonia", "status": "ongoing-war" }] }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "consultation", "trigger": "crisis" }, { "kind": "force-contribution" }] }]
            }
            """),
    ],
};

FindingKind NoWarDuty => Support("QA380", "no war duty in the full text");

// No duty of the full text reaches into war.
IEnumerable<Finding> Freedom(Arrangement arrangement)
{
    if (arrangement.IsFullText && !WarDuties(arrangement).Any())
        yield return arrangement.At.Completeness.Report(NoWarDuty, $"No provision is a duty that reaches into war ({arrangement.Reading}).");
}

FindingKind AllLimited => Support("QA381", "every war duty is limited, and owed to no party at war");

// Every war duty is limited, and nobody to whom one is owed is at war.
IEnumerable<Finding> Limits(Arrangement arrangement)
{
    var duties = WarDuties(arrangement).ToList();
    if (duties.Count > 0 && duties.TrueForAll(duty => duty.IsLimited && duty.Beneficiaries.All(party => party.Conflicts is not null && party.OngoingWar is null)))
        yield return duties[0].At.Conditions.Report(AllLimited, $"{duties[0].Label} is limited ({string.Join(", ", duties[0].Conditions)}), and nobody to whom it is owed is at war.")
            .WithEach(duties.Skip(1), duty => $"{duty.Label} is limited too ({string.Join(", ", duty.Conditions)}).");
}

FindingKind OwedToOneAtWar => Violation("QA301", "a war duty without limit, owed to a party at war");

// A duty without a limit draws who owes it into the war that the other is in.
IEnumerable<Finding> Wars(Arrangement arrangement)
{
    foreach (var duty in WarDuties(arrangement).Where(duty => !duty.IsLimited))
    {
        var atWar = duty.Beneficiaries.Only(party => party.OngoingWar is not null && duty.Obligors.Any(obligor => obligor != party));
        if (atWar.Count > 0)
            yield return duty.Report(OwedToOneAtWar, $"{duty.Label} can draw others into war beside {atWar}: neither unprovoked-only nor location-specific limits it.")
                .WithEach(atWar.Select(party => party.OngoingWar!), war => $"The war with {war.With}.");
    }
}

FindingKind ConflictsNotStated => Gap("QA350", "the conflicts of a beneficiary of a war duty are not stated");

// To whom a war duty is owed, of that party it must be said what conflicts it is in.
IEnumerable<Finding> OpenConflicts(Arrangement arrangement)
{
    var duties = WarDuties(arrangement).Where(duty => duty.Beneficiaries.Any(party => party.Conflicts is null)).ToList();
    var owed = duties.SelectMany(duty => duty.Beneficiaries).ToHashSet();
    var open = arrangement.Parties.Only(party => party.Conflicts is null && owed.Contains(party));
    if (open.Count > 0)
        yield return open[0].At.Conflicts.Report(ConflictsNotStated, $"Of {open}, to whom war duties are owed ({string.Join(", ", duties.Select(duty => duty.Label).Distinct())}), no conflicts are stated; an empty list says that there are none.")
            .WithEach(open.Skip(1), party => $"Nor are those of {party}.");
}

FindingKind NoWarDutyRead => Gap("QA351", "not the full text, and no war duty");

// What was not read may hold a war duty.
IEnumerable<Finding> OpenText(Arrangement arrangement)
{
    if (arrangement.IsPartialText && !WarDuties(arrangement).Any())
        yield return arrangement.At.Completeness.Report(NoWarDutyRead, "The text was not read in full, and no provision read is a duty that reaches into war; the full text would decide.");
}

FindingKind WithoutLimit => Gap("QA352", "a war duty that nothing limits");

// A duty without a limit may become one in the next war, if not in one that is there.
IEnumerable<Finding> OpenEnds(Arrangement arrangement) =>
    from duty in WarDuties(arrangement)
    where !duty.IsLimited && duty.Beneficiaries.All(party => party.OngoingWar is null)
    select duty.At.Conditions.Report(WithoutLimit, $"Neither unprovoked-only nor location-specific limits {duty.Label}; nobody to whom it is owed is stated to be at war, but nothing says how the next war begins.");

FindingKind LimitedButAtWar => Gap("QA353", "a limited war duty, owed to a party at war");

// Whether a limit keeps others out of a war that is there already, the limit alone does not say.
IEnumerable<Finding> OpenLimits(Arrangement arrangement) =>
    from duty in WarDuties(arrangement)
    where duty.IsLimited
    let atWar = duty.Beneficiaries.Only(party => party.OngoingWar is not null)
    where atWar.Count > 0
    select duty.At.Conditions.Report(LimitedButAtWar, $"{duty.Label} is limited ({string.Join(", ", duty.Conditions)}) and owed to {atWar}, already at war: whether the limit keeps others out of that war is open.")
        .WithEach(atWar.Select(party => party.OngoingWar!), war => $"The war with {war.With}.");

FindingKind ConditionalButArmed => Concern("QA370", "a conditional war duty owed to a party in armed conflict");

// A condition, of whatever kind, is put to the test where the other is at war or in armed clashes.
IEnumerable<Finding> ArmedBeneficiaries(Arrangement arrangement, IReadOnlyList<Finding> found) =>
    from duty in WarDuties(arrangement)
    where duty.Conditions.Any()
    let armed = duty.Beneficiaries.Only(party => party.Conflicts?.Any(conflict => conflict.IsArmed) == true)
    where armed.Count > 0
    select duty.At.Conditions.Report(ConditionalButArmed, $"{duty.Label} is conditional ({string.Join(", ", duty.Conditions)}), and is owed to {armed}, already in armed conflict.")
        .WithEach(armed.Select(party => party.Conflicts!.FirstOrDefault(conflict => conflict.IsArmed)!), conflict => $"The conflict with {conflict.With} ({conflict.Status}).");

IEnumerable<Provision> WarDuties(Arrangement arrangement) => arrangement.Provisions.Where(provision => provision.IsWarDuty);
