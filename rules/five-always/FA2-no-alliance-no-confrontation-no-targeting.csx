return new Rule
{
    Title = "No alliance, no confrontation, no targeting of any third party",
    Source = "The five always, second principle",
    Why = """
        Coordination that binds states to fight together, or that is aimed at somebody outside, invites the same in return.
        The principle has three limbs, and one violated limb violates it.

        Only a pledge to fight makes an alliance: defence or offence, or military assistance that is due in an attack, under threat
        of one, or unconditionally. Consultation, non-aggression, exercises and disclaimers of alliance make none, and undo none.
        Confrontation is attack, coercion of an outsider or a region that the United Nations did not decide, and building a bloc
        against a named one. Targeting is naming an outsider: a state or bloc of which at least one name is no party's; a region
        counts only where territory or a sphere of influence is meant, a non-state actor never.

        A prohibition is upheld by a clause that keeps it, or by a text read in full that breaks it nowhere.
        """,
    Findings =
    [
        Pledge, UnstatedTrigger, SecretText, SilentOnAlliance, NoPledgeInFullText, AnswerWithoutPledge,
        Offence, Coercion, Bloc, UnnamedCoercion, SilentOnConfrontation, PeacefulClause, NoConfrontationInFullText,
        AimedClause, AimedThreat, TerritoryOfOthers, UnnamedTerritory, UnnamedThreat, SilentOnTargeting, Disclaimer, NoTargetInFullText,
        ContradictedDisclaimer, NoHostileAlignment,
    ],
    Limbs =
    [
        Limb("alliance", Pledges, OpenAssistance, Secrecy, NoPledges),
        Limb("confrontation", Offences, Coercions, Blocs, PeacefulClauses, NoConfrontation),
        Limb("targeting", AimedClauses, AimedThreats, UnnamedThreats, NoTargets),
    ],
    Concerns = [ContradictedDisclaimers, NoHostileAlignments],
    Examples =
    [
        Upheld("A full text on watching a river names nobody and pledges nothing", """
            {
              "id": "river-watch", "title": "Agreement on watching a river", "completeness": "full", "unread": ["Annex A"],
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "information-exchange", "domain": "environment" }] }]
            }
            """),
        Upheld("An excerpt that answers crisis by consultation, renounces force and disclaims any target", """
            {
              "id": "good-neighbours", "title": "Treaty of good neighbours", "completeness": "excerpt",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [
                { "number": "2", "provisions": [{ "kind": "non-use-of-force" }, { "kind": "peaceful-settlement" }, { "kind": "nonaggression" }] },
                { "number": "9", "provisions": [{ "kind": "consultation", "trigger": "crisis" }] },
                { "number": "22", "provisions": [{ "kind": "no-targeting" }] }
              ]
            }
            """),
        Upheld("Neutrality in an attack answers without a pledge; \"no hostile alignment\" is shown as what it is", """
            {
              "id": "neutrality", "title": "Treaty on neutrality", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "neutrality", "trigger": "armed-attack" }, { "kind": "consultation", "trigger": "threat-of-attack" },
                { "kind": "no-hostile-alignment", "against": { "kind": "named-state", "names": ["Syldavia"] } },
                { "kind": "no-targeting", "against": { "kind": "named-state", "names": ["Syldavia"] } }] }]
            }
            """),
        Upheld("Sanctions that the United Nations decided, and measures against a gang, confront nobody", """
            {
              "id": "sanctions", "title": "Agreement on carrying out sanctions", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "un", "role": "legal-basis" }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "coercive-measures", "institution": "un", "against": { "kind": "named-state", "names": ["Syldavia"] } },
                { "kind": "coercive-measures", "institution": "un" },
                { "kind": "coercive-measures", "against": { "kind": "non-state", "names": ["River gang"] } }] }]
            }
            """),
        Violated("A pledge buried in the last article, under a disclaimer", """
            {
              "id": "friendship", "title": "Treaty of friendship, which is no alliance", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [
                { "number": "1", "provisions": [{ "kind": "no-targeting" }] },
                { "number": "19", "provisions": [{ "kind": "defense", "trigger": "armed-attack", "conditions": ["unprovoked-only"] }] }
              ]
            }
            """),
        Violated("Military assistance in an attack is a pledge by another name", """
            {
              "id": "assistance-attack", "title": "Agreement on assistance",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "assistance", "trigger": "armed-attack", "obligors": ["aland"], "beneficiaries": ["borduria"] }] }]
            }
            """),
        Violated("Military assistance under threat of attack is one too", """
            {
              "id": "assistance-threat", "title": "Agreement on assistance",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "assistance", "trigger": "threat-of-attack" }] }]
            }
            """),
        Violated("And so is unconditional military assistance", """
            {
              "id": "assistance-always", "title": "Agreement on assistance",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "assistance", "trigger": "unconditional" }] }]
            }
            """),
        Violated("A pact to attack a neighbour", """
            {
              "id": "partition", "title": "Pact against Syldavia",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [
                { "number": "1", "provisions": [{ "kind": "offense", "against": { "kind": "named-state", "names": ["Syldavia"] } }] },
                { "number": "2", "provisions": [
                  { "kind": "territorial-division", "against": { "kind": "named-state", "names": ["Syldavia"] } },
                  { "kind": "sphere-of-influence", "against": { "kind": "region", "names": ["The delta"] } }] }
              ]
            }
            """),
        Violated("Sanctions of one's own against a neighbour, and a bloc against a bloc", """
            {
              "id": "bloc", "title": "Common front",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "coercive-measures", "against": { "kind": "named-state", "names": ["Borduria", "Syldavia"] } },
                { "kind": "coercive-measures", "against": { "kind": "region" } },
                { "kind": "bloc-formation", "against": { "kind": "named-bloc", "names": ["River League"] } }] }]
            }
            """),
        Violated("A threat that comes from a neighbour by name", """
            {
              "id": "watch-syldavia", "title": "Agreement on a common threat", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "raid", "kind": "armed-attack", "actor": { "kind": "named-state", "names": ["Syldavia"] } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "consultation", "trigger": "crisis" }] }]
            }
            """),
        Undetermined("Assistance, coercion and a division of territory that do not say when, against whom, or whose", """
            {
              "id": "open-ends", "title": "Agreement with open ends", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [
                { "kind": "assistance" }, { "kind": "assistance", "trigger": "unstated" },
                { "kind": "coercive-measures" }, { "kind": "coercive-measures", "against": { "kind": "unnamed-state" } },
                { "kind": "territorial-division" }, { "kind": "sphere-of-influence", "against": { "kind": "none" } }] }]
            }
            """),
        Undetermined("A secret article, and a threat from a state that is not named", """
            {
              "id": "secret-protocol", "title": "Agreement with a secret protocol", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "raid", "kind": "armed-attack", "actor": { "kind": "unnamed-state" } }],
              "articles": [
                { "number": "1", "provisions": [{ "kind": "peaceful-settlement" }] },
                { "number": "protocol", "publicity": "secret", "provisions": [] }
              ]
            }
            """),
        Undetermined("An arrangement that is secret as a whole", """
            {
              "id": "secret", "title": "Secret agreement", "publicity": "secret", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }]
            }
            """),
        Undetermined("A communiqué of which only a summary is known", """
            {
              "id": "communique", "title": "Joint communiqué", "completeness": "summary",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }, { "kind": "joint-exercise" }, { "kind": "assistance", "domain": "humanitarian", "trigger": "request" }] }]
            }
            """),
        Violated("A clause aimed at a bloc forms none, and a bloc against nobody named confronts nobody", """
            {
              "id": "aimed-at-bloc", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "neutrality", "trigger": "armed-attack", "against": { "kind": "named-bloc", "names": ["River League"] } }, { "kind": "bloc-formation" }] }]
            }
            """),
        Violated("A bloc against a bloc in a full text, and nothing else", """
            {
              "id": "bloc-only", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "bloc-formation", "against": { "kind": "named-bloc", "names": ["River League"] } }] }]
            }
            """),
        Undetermined("Coercion against nobody named in a text not read in full", """
            {
              "id": "coercion-only", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "coercive-measures" }] }]
            }
            """),
        Undetermined("A full text without a provision", """
            {
              "id": "empty", "title": "River agreement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }]
            }
            """),
        Upheld("Land of the parties themselves, and a threat from a state that is not named under a disclaimer", """
            {
              "id": "own-land", "title": "River agreement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "raid", "kind": "armed-attack", "actor": { "kind": "unnamed-state" } }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "territorial-division", "against": { "kind": "named-state", "names": ["Aland"] } }, { "kind": "no-targeting" }] }]
            }
            """),
    ],
};

// The limb "alliance".

FindingKind Pledge => Violation("FA201", "a pledge to fight");

// An attack on one party must not bind the others to fight.
IEnumerable<Finding> Pledges(Arrangement arrangement) =>
    from provision in arrangement.Provisions
    where provision.IsPledge
    select provision.Report(Pledge, provision.Is(Offense)
        ? $"{provision.Label} binds {provision.Obligors} to attack."
        : provision.IsMutual ? $"{provision.Label} binds {provision.Obligors} to fight for one another."
        : $"{provision.Label} binds {provision.Obligors} to fight for {provision.Beneficiaries}.");

FindingKind UnstatedTrigger => Gap("FA250", "assistance whose trigger is not stated");

// Military assistance must say when it is due.
IEnumerable<Finding> OpenAssistance(Arrangement arrangement) =>
    from provision in arrangement.Provisions
    where provision.IsAssistanceWithoutTrigger
    select provision.At.Trigger.Report(UnstatedTrigger, $"{provision.Label} does not say when military assistance is due; its trigger would decide whether it is a pledge.");

FindingKind SecretText => Gap("FA251", "a secret text or article");

// What is secret may hold a pledge.
IEnumerable<Finding> Secrecy(Arrangement arrangement)
{
    if (arrangement.IsSecret)
        yield return arrangement.At.Publicity.Report(SecretText, "The arrangement is secret; its published text would decide whether it holds a pledge.");
    foreach (var article in arrangement.Articles)
    {
        if (article.IsSecret)
            yield return article.At.Publicity.Report(SecretText, $"{article.Label} is secret; its published text would decide whether it holds a pledge.");
    }
}

FindingKind SilentOnAlliance => Gap("FA252", "not the full text, and nothing that speaks to alliance");
FindingKind NoPledgeInFullText => Support("FA280", "no pledge in the full text");
FindingKind AnswerWithoutPledge => Support("FA281", "attack or crisis is answered without a pledge");

// Without a pledge there is no alliance, if the text was read in full or answers attack or crisis in another way.
IEnumerable<Finding> NoPledges(Arrangement arrangement)
{
    if (arrangement.Provisions.Any(provision => provision.IsPledge))
        yield break;
    var answers = arrangement.Provisions.Where(provision => provision.SpeaksToAlliance).ToList();
    foreach (var answer in answers)
        yield return answer.Report(AnswerWithoutPledge, $"{answer.Label} answers {answer.Trigger} by {answer.Kind}, and no provision is a pledge.");
    if (arrangement.IsFullText)
        yield return arrangement.At.Completeness.Report(NoPledgeInFullText, $"No provision is a pledge to fight ({arrangement.Reading}).");
    else if (arrangement.IsPartialText && answers.Count == 0)
        yield return arrangement.At.Completeness.Report(SilentOnAlliance, "The text was not read in full, and no clause says what the parties do in an attack or a crisis; either would decide.");
}

// The limb "confrontation".

FindingKind Offence => Violation("FA202", "a pledge to attack");

// Nobody may be attacked together.
IEnumerable<Finding> Offences(Arrangement arrangement) =>
    from provision in arrangement.Provisions
    where provision.Is(Offense)
    select provision.Report(Offence, $"{provision.Label} binds {provision.Obligors} to attack{(provision.Against is { } target ? $" {target}" : "")}.");

FindingKind Coercion => Violation("FA203", "coercive measures against an outsider or a region");
FindingKind UnnamedCoercion => Gap("FA253", "coercive measures against nobody named");

// Coercion that the United Nations did not decide must not meet outsiders.
IEnumerable<Finding> Coercions(Arrangement arrangement)
{
    foreach (var provision in arrangement.Provisions.Where(provision => provision.IsCoercionOutsideTheUnitedNations))
    {
        if (provision.Against is { IsOutsiderOrRegion: true } target)
            yield return target.Report(Coercion, $"{provision.Label} provides for measures against {target} that the United Nations did not decide.");
        else if (provision.Against is not { IsGiven: true })
            yield return provision.At.Against.Report(UnnamedCoercion, $"{provision.Label} does not say against whom its measures are taken.");
    }
}

FindingKind Bloc => Violation("FA204", "a bloc against a named bloc");

// No bloc is formed against another.
IEnumerable<Finding> Blocs(Arrangement arrangement) =>
    from provision in arrangement.Provisions
    where provision.Is(BlocFormation) && provision.Against?.Kind == ActorKind.NamedBloc
    select provision.At.Against.Report(Bloc, $"{provision.Label} forms a bloc against {provision.Against}.");

FindingKind PeacefulClause => Support("FA282", "a clause against the use of force");

// Settling disputes peacefully, renouncing force and not attacking each other keep the peace.
IEnumerable<Finding> PeacefulClauses(Arrangement arrangement) =>
    from provision in arrangement.Provisions
    where provision.Is(PeacefulSettlement, NonUseOfForce, Nonaggression)
    select provision.Report(PeacefulClause, $"{provision.Label} binds {provision.Obligors}.");

FindingKind SilentOnConfrontation => Gap("FA254", "not the full text, and nothing on confrontation");
FindingKind NoConfrontationInFullText => Support("FA283", "no confrontation in the full text");

// A text read in full that confronts nobody upholds the limb; a part of one does not.
IEnumerable<Finding> NoConfrontation(Arrangement arrangement)
{
    if (Offences(arrangement).Concat(Coercions(arrangement).Where(found => found.Kind == Coercion)).Concat(Blocs(arrangement)).Any())
        yield break;
    if (arrangement.IsFullText)
        yield return arrangement.At.Completeness.Report(NoConfrontationInFullText, $"No provision confronts anybody ({arrangement.Reading}).");
    else if (arrangement.IsPartialText && !PeacefulClauses(arrangement).Concat(Coercions(arrangement)).Any())
        yield return arrangement.At.Completeness.Report(SilentOnConfrontation, "The text was not read in full, and no clause settles disputes, renounces force or confronts anybody; either would decide.");
}

// The limb "targeting".

FindingKind AimedClause => Violation("FA205", "a clause aimed at an outsider");
FindingKind TerritoryOfOthers => Violation("FA207", "territory or a sphere of influence of others");
FindingKind UnnamedTerritory => Gap("FA255", "territory or a sphere of influence of nobody named");

// No clause may be aimed at somebody outside, or dispose of what is theirs.
IEnumerable<Finding> AimedClauses(Arrangement arrangement)
{
    foreach (var provision in arrangement.Provisions)
    {
        var disposes = provision.Is(TerritorialDivision, SphereOfInfluence);
        if (disposes && provision.Against is { IsOutsiderOrRegion: true } others)
            yield return others.Report(TerritoryOfOthers, $"{provision.Label} disposes of {others}.");
        else if (disposes && provision.Against is not { IsGiven: true })
            yield return provision.At.Against.Report(UnnamedTerritory, $"{provision.Label} does not say whose territory or sphere is meant.");
        else if (IsAimed(provision) && provision.Against is { IsOutsider: true } outsider)
            yield return outsider.Report(AimedClause, $"{provision.Label} is aimed at {outsider}.");
    }
}

// A disclaimer names whom it is not aimed at, and what the United Nations decided is its own.
bool IsAimed(Provision provision) =>
    !provision.IsDisclaimer && (!provision.Is(CoerciveMeasures) || provision.IsCoercionOutsideTheUnitedNations);

FindingKind AimedThreat => Violation("FA206", "a threat that comes from an outsider");

// No threat may be an outsider's by name.
IEnumerable<Finding> AimedThreats(Arrangement arrangement) =>
    from threat in arrangement.Threats
    where threat.Actor is { IsOutsider: true }
    select threat.At.Actor.Report(AimedThreat, $"The threat \"{threat}\" is said to come from {threat.Actor}.");

FindingKind UnnamedThreat => Gap("FA256", "a threat from a state that is not named");

// A threat from "a state" may mean anybody, unless the text disclaims a target.
IEnumerable<Finding> UnnamedThreats(Arrangement arrangement) =>
    from threat in arrangement.Threats
    where threat.Actor?.Kind == ActorKind.UnnamedState && !HasDisclaimer(arrangement)
    select threat.At.Actor.Report(UnnamedThreat, $"The threat \"{threat}\" comes from a state that is not named; who it is, or a no-targeting clause, would decide.");

FindingKind SilentOnTargeting => Gap("FA257", "not the full text, and no no-targeting clause");
FindingKind Disclaimer => Support("FA284", "a no-targeting clause");
FindingKind NoTargetInFullText => Support("FA285", "no target in the full text");

// A no-targeting clause that nothing contradicts upholds the limb; so does a text read in full that names no target.
IEnumerable<Finding> NoTargets(Arrangement arrangement)
{
    if (AimedClauses(arrangement).Concat(AimedThreats(arrangement)).Any(found => found.Kind.Role == Role.Violation))
        yield break;
    foreach (var provision in arrangement.Provisions.Where(provision => provision.Is(NoTargeting)))
        yield return provision.Report(Disclaimer, $"{provision.Label} says that the arrangement is aimed at nobody{(provision.Against is { IsGiven: true } named ? $", {named} included" : "")}.");
    if (arrangement.IsFullText)
        yield return arrangement.At.Completeness.Report(NoTargetInFullText, $"No provision and no threat is aimed at an outsider ({arrangement.Reading}).");
    else if (arrangement.IsPartialText && !HasDisclaimer(arrangement))
        yield return arrangement.At.Completeness.Report(SilentOnTargeting, "The text was not read in full, and no clause says that it is aimed at nobody; either would decide.");
}

bool HasDisclaimer(Arrangement arrangement) => arrangement.Provisions.Any(provision => provision.Is(NoTargeting));

// What is worth a review.

FindingKind ContradictedDisclaimer => Concern("FA270", "a no-targeting clause that the text contradicts");

// Where a disclaimer and a clause contradict each other, both are shown.
IEnumerable<Finding> ContradictedDisclaimers(Arrangement arrangement, IReadOnlyList<Finding> found)
{
    var violations = found.Where(finding => finding.Kind.Role == Role.Violation).ToList();
    if (violations.Count == 0)
        yield break;
    foreach (var provision in arrangement.Provisions.Where(provision => provision.Is(NoTargeting)))
    {
        var concern = provision.Report(ContradictedDisclaimer, $"{provision.Label} disclaims a target, and other clauses or facts violate the principle: both are shown.");
        foreach (var violation in violations)
            concern = concern.With(violation.Place, violation.Message);
        yield return concern;
    }
}

FindingKind NoHostileAlignment => Concern("FA271", "neither joins an alliance against the other");

// A promise to join no alliance against the other is neither an alliance nor a target.
IEnumerable<Finding> NoHostileAlignments(Arrangement arrangement, IReadOnlyList<Finding> found) =>
    from provision in arrangement.Provisions
    where provision.Is(ProvisionKind.NoHostileAlignment)
    select provision.Report(NoHostileAlignment, $"{provision.Label} promises to join no alliance against another party; that is neither an alliance nor a target.");
