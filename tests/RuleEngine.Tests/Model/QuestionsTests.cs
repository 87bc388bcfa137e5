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
