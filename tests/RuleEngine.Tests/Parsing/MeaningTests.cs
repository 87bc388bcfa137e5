using System.Text;
using NUnit.Framework;
using RuleEngine.Parsing;

namespace RuleEngine.Tests.Parsing;

public class MeaningTests
{
    private const string Parties = """ "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }] """;

    [TestCase(""" "stakes": [{ "party": "alnad", "kind": "gain" }] """, "IN060", "/stakes[alnad gain]/party", "Did you mean aland?")]
    [TestCase(""" "articles": [{ "number": "1", "provisions": [{ "kind": "trade", "obligors": ["aland", "boduria"] }] }] """, "IN060", "/articles[1]/provisions[trade]/obligors/1", "Did you mean borduria?")]
    [TestCase(""" "articles": [{ "number": "1", "provisions": [{ "kind": "trade", "beneficiaries": ["x"] }] }] """, "IN060", "/articles[1]/provisions[trade]/beneficiaries/0", "Known here: aland, borduria.")]
    [TestCase(""" "articles": [{ "number": "1", "provisions": [{ "kind": "trade", "addresses": ["raid"] }] }] """, "IN060", "/articles[1]/provisions[trade]/addresses/0", "The file states no threat.")]
    [TestCase(""" "institutions": [{ "id": "sco" }], "articles": [{ "number": "1", "provisions": [{ "kind": "trade", "institution": "csto" }] }] """, "IN060", "/articles[1]/provisions[trade]/institution", "No institution of this file")]
    [TestCase(""" "decisionMaking": [{ "veto": ["alnd"] }] """, "IN060", "/decisionMaking/0/veto/0", "Did you mean aland?")]
    [TestCase(""" "decisionMaking": [{ "body": "Council", "lead": "alnd" }] """, "IN060", "/decisionMaking[Council]/lead", "Did you mean aland?")]
    [TestCase(""" "decisionMaking": [{ "votes": { "alnd": 1 } }] """, "IN060", "/decisionMaking/0/votes/alnd", "Did you mean aland?")]
    [TestCase(""" "threats": [{ "id": "raid", "kind": "bloc", "exposure": { "aland": "low", "alnd": "none" } }] """, "IN060", "/threats[raid]/exposure/alnd", "Did you mean aland?")]
    [TestCase(""" "threats": [{ "id": "raid", "kind": "bloc" }, { "id": "raid", "kind": "bloc" }] """, "IN061", "/threats[raid#2]/id", "Another threat")]
    [TestCase(""" "institutions": [{ "id": "un" }, { "id": "un" }] """, "IN061", "/institutions[un#2]/id", "Another institution")]
    [TestCase(""" "articles": [{ "number": "1", "provisions": [] }, { "number": "1", "provisions": [] }] """, "IN061", "/articles[1#2]/number", "Another article")]
    [TestCase(""" "date": "2025-02-29" """, "IN062", "/date", "2025-02-29")]
    [TestCase(""" "guidance": { "instruments": [{ "title": "D", "date": "2025-13-01" }] } """, "IN062", "/guidance/instruments/0/date", "2025-13-01")]
    public void A_fault_of_meaning_is_reported_at_its_place(string property, string id, string address, string message)
    {
        var faults = Faults($"{{ \"id\": \"a\", \"title\": \"A\", {Parties}, {property} }}");
        Assert.That(faults.Select(fault => (fault.Kind.Id, fault.Location!.Address)), Is.EqualTo(new[] { (id, address) }));
        Assert.That(faults[0].Message, Does.Contain(message));
    }

    [Test]
    public void Where_a_word_is_expected_the_words_are_named() =>
        Assert.That(Faults($$"""{ "id": "a", "title": "A", {{Parties}}, "stakes": [{ "party": "aland", "kind": "risk", "level": 2 }] }""").Single().Message, Is.EqualTo("Expected one of low, moderate, high, found a number."));

    [Test]
    public void Parties_have_ids_of_their_own() =>
        Assert.That(Faults("""{ "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }, { "id": "x", "name": "Y" }] }""").Select(fault => fault.Kind.Id), Is.EqualTo(new[] { "IN061" }));

    [TestCase(""" "obligors": [] """, "IN036")]
    [TestCase(""" "beneficiaries": [] """, "IN036")]
    [TestCase(""" "addresses": [] """, "IN036")]
    [TestCase(""" "conditions": [] """, "IN036")]
    [TestCase(""" "against": { "kind": "named-bloc" } """, "IN041")]
    [TestCase(""" "against": { "kind": "region", "names": [] } """, "IN036")]
    [TestCase(""" "trigger": "armed_attack" """, "IN012")]
    [TestCase(""" "trigger": null """, "IN034")]
    [TestCase(""" "binding": "no" """, "IN033")]
    [TestCase(""" "against": [] """, "IN030")]
    public void A_fault_of_shape_in_a_provision_has_its_id(string property, string id) =>
        Assert.That(Faults($$"""{ "id": "a", "title": "A", {{Parties}}, "articles": [{ "number": "1", "provisions": [{ "kind": "trade", {{property}} }] }] }""")
            .Select(fault => fault.Kind.Id), Is.EqualTo(new[] { id }));

    [TestCase(""" "unread": [] """, "IN036")]
    [TestCase(""" "domains": [] """, "IN036")]
    [TestCase(""" "decisionMaking": [{ "veto": [] }] """, "IN036")]
    [TestCase(""" "decisionMaking": [{ "votes": { "aland": -1 } }] """, "IN039")]
    [TestCase(""" "threats": [{ "id": "raid", "kind": "containment", "exposure": { "aland": "medium" } }] """, "IN012")]
    [TestCase(""" "stakes": [{ "party": "aland", "kind": "risk", "level": "none" }] """, "IN012")]
    [TestCase(""" "term": { "years": 0 } """, "IN039")]
    [TestCase(""" "term": { "reviewYears": -1 } """, "IN039")]
    [TestCase(""" "term": { "noticeMonths": -1 } """, "IN039")]
    [TestCase(""" "term": { "noticeMonths": 0, "years": 0.5, "reviewYears": 1e-3 }, "date": "x" """, "IN038")]
    [TestCase(""" "date": "14 March 2025" """, "IN038")]
    [TestCase(""" "articles": [{ "number": " ", "provisions": [] }] """, "IN035")]
    [TestCase(""" "articles": [{ "number": "1", "provisions": [{ "kind": "cooperation" }] }] """, "IN040")]
    [TestCase(""" "institutions": [{ "id": "council", "name": "Council" }] """, "IN042")]
    [TestCase(""" "institutions": [{ "id": "council", "name": "Council", "new": true, "domain": "political", "role": "host" }] """, "IN042")]
    [TestCase(""" "institutions": [{ "id": "council", "new": false }] """, "IN042,IN043")]
    [TestCase(""" "articles": [{ "number": "1" }] """, "IN032")]
    public void A_fault_of_shape_has_its_id(string property, string ids) =>
        Assert.That(Faults($"{{ \"id\": \"a\", \"title\": \"A\", {Parties}, {property} }}").Select(fault => fault.Kind.Id).Order(), Is.EqualTo(ids.Split(',')));

    [Test]
    public void What_the_file_does_not_say_is_null_and_a_question_has_the_default()
    {
        var arrangement = ProposalFile.Read("a.json", Encoding.UTF8.GetBytes(
            $$"""{ "id": "a", "title": "A", {{Parties}}, "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }] }""")).Arrangement!;
        var provision = arrangement.Provisions[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(arrangement.Completeness, Is.Null);
            Assert.That(arrangement.IsPartialText);
            Assert.That(arrangement.Publicity, Is.Null);
            Assert.That(arrangement.IsSecret, Is.False);
            Assert.That(provision.StatedDomain, Is.Null);
            Assert.That(provision.Domain.Text, Is.EqualTo("economic"));
            Assert.That(provision.NamedObligors, Is.Null);
            Assert.That(provision.Obligors.ToString(), Is.EqualTo("Aland and Borduria"));
            Assert.That(provision.Binding, Is.Null);
            Assert.That(provision.IsBinding);
            Assert.That(provision.Trigger, Is.Null);
        }
    }

    private static IReadOnlyList<RuleEngine.Model.Faults.Fault> Faults(string json) => ProposalFile.Read("a.json", Encoding.UTF8.GetBytes(json)).Faults;
}
