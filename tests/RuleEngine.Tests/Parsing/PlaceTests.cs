using System.Text;
using CsCheck;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Model.Places;
using RuleEngine.Parsing;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Parsing;

public class PlaceTests
{
    [Test]
    public void Every_token_stands_where_its_location_says() =>
        Gen.Select(Proposals.Valid, Gen.Int).Sample((proposal, style) =>
        {
            var written = JsonStyles.Restyled(proposal, style);
            var text = new JsonText("a.json", Encoding.UTF8.GetBytes(written), ProposalFormat.Naming);
            var lines = written.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
            for (var token = 1; token < text.Map.Count; token++)
            {
                if (text.Map[token].Kind is TokenKind.EndObject or TokenKind.EndList)
                    continue;
                var location = text.Locate(token, null);
                var found = Between(lines, location);
                var expected = Pointed(proposal, location.Pointer!, text.Map[token].Kind == TokenKind.Name);
                if (!JToken.DeepEquals(JToken.Parse(found), expected))
                    Assert.Fail($"{location}: {found}");
            }
        }, iter: 100);

    [Test]
    public void A_column_counts_UTF_16_units_and_a_tab_is_one()
    {
        const string json = "{\n\t\"note\": \"é漢🙂\",\t\"titel\": 1 }";
        var fault = ProposalFile.Read("a.json", Encoding.UTF8.GetBytes(json)).Faults.Single(fault => fault.Kind.Id == "IN031");
        Assert.That(Frame(json, fault.Location!), Is.EqualTo("\t\"note\": \"é漢🙂\",\t\"titel\": 1 }\n                 ^^^^^^^"));
    }

    [Test]
    public void A_byte_order_mark_takes_no_column()
    {
        var fault = ProposalFile.Read("a.json", Encoding.UTF8.GetBytes("\uFEFF{\"titel\": 1}")).Faults.Single(fault => fault.Kind.Id == "IN031");
        Assert.That((fault.Location!.Line, fault.Location.Column), Is.EqualTo((1, 2)));
    }

    [Test]
    public void A_column_far_into_a_long_line_is_exact()
    {
        var json = "{\"note\": \"" + new string('é', 10_000) + "🙂\", \"titel\": 1}";
        var fault = ProposalFile.Read("a.json", Encoding.UTF8.GetBytes(json)).Faults.Single(fault => fault.Kind.Id == "IN031");
        Assert.That(fault.Location!.Column, Is.EqualTo(json.IndexOf("\"titel\"", StringComparison.Ordinal) + 1));
        Assert.That(fault.Excerpt!.Lines[0].AsSpan(fault.Location.Column - fault.Excerpt.Column).ToString(), Does.StartWith("\"titel\""));
    }

    [Test]
    public void What_is_absent_stands_at_the_bracket_that_lacks_it()
    {
        var arrangement = Read("""{ "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }], "stakes": [] }""");
        Assert.That(arrangement.At.Completeness.Location, Is.EqualTo(new Location(1, 1, 1, 2, "/completeness", "/completeness", true)));
        Assert.That(arrangement.At.Stakes.NewItem.Location, Is.EqualTo(new Location(1, 79, 1, 80, "/stakes/-", "/stakes/-", true)));
        Assert.That(arrangement.At.Threats.NewItem.Location, Is.EqualTo(new Location(1, 1, 1, 2, "/threats", "/threats", true)));
        Assert.That(arrangement.Parties[0].At.Kind.Location, Is.EqualTo(new Location(1, 40, 1, 41, "/parties/0/kind", "/parties[x]/kind", true)));
        Assert.That(arrangement.Place.Location, Is.EqualTo(new Location(1, 1, 1, 2, "", "")));
    }

    [Test]
    public void An_address_says_who_stands_there()
    {
        var arrangement = Read("""
            { "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }, { "id": "y/[z]#~", "name": "Y" }],
              "decisionMaking": [{ "rule": "consensus" }, { "body": "Council", "veto": ["x"] }],
              "articles": [{ "number": "3(3)", "provisions": [{ "kind": "trade" }, { "kind": "trade", "obligors": ["x", "y/[z]#~"] }] }],
              "stakes": [{ "party": "x", "kind": "gain" }, { "party": "x", "kind": "gain" }] }
            """);
        var provision = arrangement.Provisions[1];
        Assert.That(provision.At.Obligors.Item(1).Location.Address, Is.EqualTo("/articles[3(3)]/provisions[trade#2]/obligors/1"));
        Assert.That(provision.At.Obligors.Item(1).Location.Pointer, Is.EqualTo("/articles/0/provisions/1/obligors/1"));
        Assert.That(arrangement.Parties[1].Place.Location.Address, Is.EqualTo("/parties[y~1~2z~3~4~0]"));
        Assert.That(arrangement.Stakes[1].Place.Location.Address, Is.EqualTo("/stakes[x gain#2]"));
        Assert.That(arrangement.DecisionMaking[0].Place.Location.Address, Is.EqualTo("/decisionMaking/0"));
        Assert.That(arrangement.DecisionMaking[1].At.Veto.Item(0).Location.Address, Is.EqualTo("/decisionMaking[Council]/veto/0"));
    }

    [Test]
    public void Every_property_of_the_format_can_be_named_as_a_place()
    {
        static IEnumerable<string> Places<P>() => typeof(P).GetProperties().Where(property => property.PropertyType == typeof(Place)).Select(property => property.Name.ToLowerInvariant());
        static IEnumerable<string> Properties(string definition)
        {
            var schema = JObject.Parse(DocumentSchema.OfProposal());
            var shape = definition == "" ? schema : (JObject)schema["definitions"]![definition]!;
            return ((JObject)shape["properties"]!).Properties().Select(property => property.Name.TrimStart('$').ToLowerInvariant());
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Places<ArrangementPlaces>(), Is.EquivalentTo(Properties("")));
            Assert.That(Places<PartyPlaces>(), Is.EquivalentTo(Properties("party")));
            Assert.That(Places<GuidancePlaces>(), Is.EquivalentTo(Properties("guidance")));
            Assert.That(Places<InstrumentPlaces>(), Is.EquivalentTo(Properties("instrument")));
            Assert.That(Places<DecisionRulePlaces>(), Is.EquivalentTo(Properties("decisionRule")));
            Assert.That(Places<InstitutionPlaces>(), Is.EquivalentTo(Properties("institution")));
            Assert.That(Places<ThreatPlaces>(), Is.EquivalentTo(Properties("threat")));
            Assert.That(Places<ActorPlaces>(), Is.EquivalentTo(Properties("actor")));
            Assert.That(Places<ArticlePlaces>(), Is.EquivalentTo(Properties("article")));
            Assert.That(Places<ProvisionPlaces>(), Is.EquivalentTo(Properties("provision")));
            Assert.That(Places<StakePlaces>(), Is.EquivalentTo(Properties("stake")));
            Assert.That(Places<CitedSourcePlaces>(), Is.EquivalentTo(Properties("source")));
        }
    }

    private static RuleEngine.Model.Arrangement Read(string json) => ProposalFile.Read("a.json", Encoding.UTF8.GetBytes(json)).Arrangement!;

    private static string Frame(string json, Location location) =>
        json.Split('\n')[location.Line - 1] + "\n" + new string(' ', location.Column - 1) + new string('^', location.EndColumn - location.Column);

    private static string Between(string[] lines, Location location) => location.Line == location.EndLine
        ? lines[location.Line - 1][(location.Column - 1)..(location.EndColumn - 1)]
        : string.Join("\n", [lines[location.Line - 1][(location.Column - 1)..], .. lines[location.Line..(location.EndLine - 1)], lines[location.EndLine - 1][..(location.EndColumn - 1)]]);

    /// <summary>What the pointer points at, by RFC 6901; for a name, the name itself.</summary>
    private static JToken Pointed(JToken root, string pointer, bool isName)
    {
        var segments = pointer.Split('/').Skip(1).Select(segment => segment.Replace("~1", "/").Replace("~0", "~")).ToList();
        if (isName)
            return segments[^1];
        return segments.Aggregate(root, (at, segment) => at is JArray list ? list[int.Parse(segment)] : at[segment]!);
    }
}
