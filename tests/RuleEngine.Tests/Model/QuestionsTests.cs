using System.Text;
using NUnit.Framework;
using RuleEngine.Model;
using RuleEngine.Model.Words;
using RuleEngine.Parsing;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Model;

/// <summary>The questions that rules ask, each by itself.</summary>
public class QuestionsTests
{
    private static Arrangement Read(string members) => Bound(ProposalFile.Read("a.json", Encoding.UTF8.GetBytes($$"""
        { "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }, { "id": "y", "name": "Y" }, { "id": "z", "name": "Z" }], {{members}} }
        """)));

    private static Arrangement Bound(ProposalFile file)
    {
        Assert.That(file.Faults, Is.Empty);
        file.Arrangement!.Registry = Shipped.Pack.Registry;
        return file.Arrangement;
    }

    private static Arrangement With(params string[] provisions) => Read($$"""
        "threats": [{ "id": "t", "kind": "terrorism" }], "articles": [{ "number": "1", "provisions": [{{string.Join(", ", provisions)}}] }]
        """);

    [TestCase("""{ "kind": "defense" }""", true)]
    [TestCase("""{ "kind": "offense" }""", true)]
    [TestCase("""{ "kind": "assistance", "trigger": "armed-attack" }""", true)]
    [TestCase("""{ "kind": "assistance", "trigger": "threat-of-attack" }""", true)]
    [TestCase("""{ "kind": "assistance", "trigger": "unconditional" }""", true)]
    [TestCase("""{ "kind": "assistance", "trigger": "crisis" }""", false)]
    [TestCase("""{ "kind": "assistance", "trigger": "request" }""", false)]
    [TestCase("""{ "kind": "assistance" }""", false)]
    [TestCase("""{ "kind": "assistance", "domain": "humanitarian", "trigger": "armed-attack" }""", false)]
    [TestCase("""{ "kind": "consultation", "trigger": "armed-attack" }""", false)]
    [TestCase("""{ "kind": "joint-exercise" }""", false)]
    public void A_pledge_is_a_pledge_whatever_it_is_called(string provision, bool isPledge) => Assert.That(With(provision).HasPledge, Is.EqualTo(isPledge));

    [TestCase("""{ "kind": "consultation", "trigger": "crisis" }""", true)]
    [TestCase("""{ "kind": "consultation", "trigger": "threat-of-attack" }""", true)]
    [TestCase("""{ "kind": "neutrality", "trigger": "armed-attack" }""", true)]
    [TestCase("""{ "kind": "consultation" }""", false)]
    [TestCase("""{ "kind": "consultation", "trigger": "request" }""", false)]
    [TestCase("""{ "kind": "nonaggression", "trigger": "crisis" }""", false)]
    public void Two_kinds_speak_to_alliance(string provision, bool speaks) => Assert.That(With(provision).SpeaksToAlliance, Is.EqualTo(speaks));

    [TestCase("""{ "kind": "named-state", "names": ["Syldavia"] }""", true, true)]
    [TestCase("""{ "kind": "named-bloc", "names": ["X", "League"] }""", true, true)]
    [TestCase("""{ "kind": "named-state", "names": ["x", "Y"] }""", false, true)]
    [TestCase("""{ "kind": "named-state", "names": ["x "] }""", true, true)]
    [TestCase("""{ "kind": "region", "names": ["Delta"] }""", false, true)]
    [TestCase("""{ "kind": "non-state", "names": ["Gang"] }""", false, true)]
    [TestCase("""{ "kind": "unnamed-state" }""", false, false)]
    [TestCase("""{ "kind": "none" }""", false, false)]
    public void An_outsider_is_a_named_state_or_bloc_of_which_a_name_is_no_partys(string actor, bool isOutsider, bool isGiven)
    {
        var against = With($$"""{ "kind": "trade", "against": {{actor}} }""").Provisions[0].Against!;
        Assert.That((against.IsOutsider, against.IsGiven), Is.EqualTo((isOutsider, isGiven)));
    }

    [TestCase("", "basing", "high")]
    [TestCase("", "defense-policy-coordination", "high")]
    [TestCase("", "integrated-command", "high")]
    [TestCase("", "military-contact", "moderate")]
    [TestCase("", "force-subordination", "moderate")]
    [TestCase("", "force-contribution", "moderate")]
    [TestCase(""", "domain": "military" """, "education-training", "moderate")]
    [TestCase(""", "domain": "military" """, "technology-sharing", "moderate")]
    [TestCase(""", "domain": "digital" """, "technology-sharing", "none")]
    [TestCase("", "joint-exercise", "none")]
    public void Institutionalisation_is_Leeds_and_Anacs(string more, string kind, string level) =>
        Assert.That(With($$"""{ "kind": "{{kind}}"{{more}} }""").Institutionalisation.Text, Is.EqualTo(level));

    [Test]
    public void A_military_body_of_its_own_is_moderate() =>
        Assert.That(Read(""" "institutions": [{ "id": "c", "name": "C", "new": true, "domain": "military" }] """).Institutionalisation, Is.EqualTo(Institutionalisation.Moderate));

    [Test]
    public void Obligations_of_a_kind_are_taken_together()
    {
        var arrangement = With("""{ "kind": "defense", "obligors": ["z"] }""", """{ "kind": "defense", "obligors": ["x", "z"] }""", """{ "kind": "offense", "obligors": ["y"] }""");
        Assert.That(arrangement.United(ProvisionKind.Defense).ToString(), Is.EqualTo("X and Z"));
        Assert.That(arrangement.United(ProvisionKind.Neutrality), Is.Empty);
    }

    [Test]
    public void Who_gains_is_said_by_a_stake_a_cooperative_provision_or_mutual_benefit_that_binds_all()
    {
        static string Gains(Arrangement arrangement) => string.Join(" ", arrangement.Parties.Where(party => arrangement.GainOf(party) is not null).Select(party => party.Name));
        Assert.That(Gains(Read(""" "stakes": [{ "party": "y", "kind": "gain" }, { "party": "x", "kind": "cost" }] """)), Is.EqualTo("Y"));
        Assert.That(Gains(With("""{ "kind": "trade", "obligors": ["x"], "beneficiaries": ["z"] }""")), Is.EqualTo("Z"));
        Assert.That(Gains(With("""{ "kind": "trade", "binding": false }""")), Is.Empty);
        Assert.That(Gains(With("""{ "kind": "military-aid" }""", """{ "kind": "basing" }""", """{ "kind": "defense" }""")), Is.Empty);
        Assert.That(Gains(With("""{ "kind": "mutual-benefit", "obligors": ["x", "y"] }""")), Is.Empty);
        Assert.That(Gains(With("""{ "kind": "mutual-benefit", "obligors": ["x", "y"] }""", """{ "kind": "mutual-benefit", "obligors": ["z"] }""")), Is.EqualTo("X Y Z"));
    }

    [TestCase("""{ "kind": "containment", "exposure": { "x": "moderate", "y": "high" } }""", true)]
    [TestCase("""{ "kind": "containment", "exposure": { "x": "moderate", "y": "low" } }""", false)]
    [TestCase("""{ "kind": "containment" }""", false)]
    [TestCase("""{ "kind": "bloc", "exposure": { "x": "high", "y": "high" } }""", false)]
    public void Containment_is_dual_where_two_are_exposed_to_it(string threat, bool isDual) =>
        Assert.That(Read($$""" "threats": [{{threat.Replace("{ \"kind\"", "{ \"id\": \"t\", \"kind\"")}}] """).Threats[0].IsDualContainment, Is.EqualTo(isDual));

    [Test]
    public void Exposure_that_is_not_stated_is_not_none()
    {
        var threat = Read(""" "threats": [{ "id": "t", "kind": "bloc", "exposure": { "x": "none" } }] """).Threats[0];
        Assert.That(threat.ExposureOf(((Arrangement)threat.Parent!).Parties[0]), Is.EqualTo(ExposureLevel.None));
        Assert.That(threat.ExposureOf(((Arrangement)threat.Parent!).Parties[1]), Is.Null);
    }

    [TestCase("""{ "duration": "fixed" }""", true, false)]
    [TestCase("""{ "years": 5 }""", true, false)]
    [TestCase("""{ "duration": "indefinite", "years": 5 }""", false, false)]
    [TestCase("""{ "withdrawal": "notice" }""", false, true)]
    [TestCase("""{ "noticeMonths": 6 }""", false, true)]
    [TestCase("""{ "withdrawal": "none", "noticeMonths": 6 }""", false, false)]
    public void A_term_is_fixed_and_left_by_notice_where_it_says_so_or_says_how_long(string term, bool isFixed, bool isLeftByNotice)
    {
        var read = Read($""" "term": {term} """).Term!;
        Assert.That((read.IsFixed, read.IsLeftByNotice), Is.EqualTo((isFixed, isLeftByNotice)));
    }

    [TestCase("", "unstated", "")]
    [TestCase("""{ "kind": "trade" }, { "kind": "defense", "binding": false }""", "partnership", "0")]
    [TestCase("""{ "kind": "trade" }, { "kind": "joint-exercise" }""", "defence-cooperation", "1")]
    [TestCase("""{ "kind": "consultation" }""", "defence-cooperation", "0")]
    [TestCase("""{ "kind": "neutrality" }, { "kind": "joint-exercise" }, { "kind": "nonaggression" }""", "neutrality-pact", "0 2")]
    [TestCase("""{ "kind": "neutrality", "trigger": "crisis" }""", "neutrality-pact", "0")]
    [TestCase("""{ "kind": "nonaggression" }, { "kind": "consultation", "trigger": "crisis" }""", "entente", "1")]
    [TestCase("""{ "kind": "joint-exercise" }, { "kind": "trade", "addresses": ["from-outside"] }, { "kind": "consultation", "trigger": "crisis" }""", "quasi-alliance", "0 1")]
    [TestCase("""{ "kind": "cooperation", "domain": "military", "addresses": ["from-outside"] }""", "quasi-alliance", "0")]
    [TestCase("""{ "kind": "joint-exercise", "addresses": ["gang", "nobody", "unsaid"] }""", "defence-cooperation", "0")]
    [TestCase("""{ "kind": "consultation", "trigger": "crisis", "addresses": ["from-outside"] }""", "entente", "0")]
    [TestCase("""{ "kind": "joint-exercise" }, { "kind": "trade", "addresses": ["from-outside"], "binding": false }""", "defence-cooperation", "0")]
    [TestCase("""{ "kind": "trade" }, { "kind": "assistance", "trigger": "armed-attack" }, { "kind": "joint-exercise", "addresses": ["from-outside"] }, { "kind": "offense" }""", "alliance", "1 3")]
    public void Alignment_is_the_closest_kind_that_a_clause_makes_it(string provisions, string kind, string because)
    {
        var arrangement = Read($$"""
            "threats": [{ "id": "from-outside", "kind": "armed-attack", "actor": { "kind": "region" } }, { "id": "gang", "kind": "terrorism", "actor": { "kind": "non-state" } },
              { "id": "nobody", "kind": "natural-disaster", "actor": { "kind": "none" } }, { "id": "unsaid", "kind": "containment" }],
            "articles": [{ "number": "1", "provisions": [{{provisions}}] }]
            """);
        Assert.That(arrangement.Alignment.Kind.Text, Is.EqualTo(kind));
        Assert.That(string.Join(' ', arrangement.Alignment.Because.Select(provision => provision.Place.Location.Pointer!.Split('/')[^1])), Is.EqualTo(because));
        arrangement.IsReadAsAllBinding = true;
        Assert.That(arrangement.Alignment.Because, Has.Count.GreaterThanOrEqualTo(because == "" ? 0 : 1));
    }

    [Test]
    public void A_domain_is_carried_by_a_binding_provision()
    {
        var arrangement = With("""{ "kind": "trade" }""", """{ "kind": "cyber-norms", "binding": false }""", """{ "kind": "cooperation", "domain": "financial" }""");
        Assert.That(Domain.All.Where(domain => arrangement.FirstOf(domain) is not null).Select(domain => domain.Text), Is.EqualTo(new[] { "financial", "economic" }));
    }

    [Test]
    public void A_threat_is_addressed_by_a_binding_provision()
    {
        Assert.That(With("""{ "kind": "trade", "addresses": ["t"] }""").Threats[0].AddressedBy.Count(), Is.EqualTo(1));
        Assert.That(With("""{ "kind": "trade", "addresses": ["t"], "binding": false }""").Threats[0].AddressedBy, Is.Empty);
    }

    [TestCase("""{ "rule": "simple-majority", "votes": { "x": 2, "y": 1 } }""", "X", false)]
    [TestCase("""{ "rule": "simple-majority", "votes": { "x": 1, "y": 1 } }""", null, false)]
    [TestCase("""{ "rule": "simple-majority", "votes": { "x": 1, "y": 1, "z": 1 } }""", null, true)]
    [TestCase("""{ "rule": "weighted", "votes": { "x": 3, "y": 1, "z": 1 } }""", "X", false)]
    [TestCase("""{ "votes": { "x": 3, "y": 1, "z": 1 } }""", "X", false)]
    [TestCase("""{ "rule": "consensus", "votes": { "x": 3, "y": 1 } }""", null, false)]
    [TestCase("""{ "rule": "weighted", "veto": ["x", "y", "z"], "votes": { "x": 3, "y": 1 } }""", null, false)]
    public void Votes_count_where_votes_are_counted(string rule, string? holder, bool areEqual)
    {
        var decision = Read($$""" "decisionMaking": [{{rule}}] """).DecisionMaking[0];
        Assert.That((decision.MajorityHolder?.Name, decision.HasEqualVotes), Is.EqualTo((holder, areEqual)));
    }

    [TestCase("""{ "id": "SCO", "role": "forum" }""", "2001", true, true)]
    [TestCase("""{ "id": "sco", "role": "forum" }""", "2000", true, false)]
    [TestCase("""{ "id": "sco", "role": "mention" }""", "2001", false, true)]
    [TestCase("""{ "id": "sco" }""", "2001", false, true)]
    [TestCase("""{ "id": "un", "role": "legal-basis" }""", "2001", false, true)]
    [TestCase("""{ "id": "UN", "role": "host" }""", "2001", true, true)]
    [TestCase("""{ "id": "river-forum", "role": "host" }""", "2001", true, null)]
    public void An_institution_has_a_part_and_a_year(string institution, string year, bool hasPart, bool? isFounded)
    {
        var read = Read($$""" "date": "{{year}}-06-01", "institutions": [{{institution}}] """).Institutions[0];
        Assert.That((read.HasPart, read.IsFounded), Is.EqualTo((hasPart, isFounded)));
    }
}
