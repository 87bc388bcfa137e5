using System.Text;
using Mono.Cecil;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Authoring.Explaining;
using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Reporting;
using RuleEngine.Scripting;
using RuleEngine.Scripting.Recording;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Authoring;

/// <summary>Why a principle has its verdict: what its rule read, in order, and what of that decides.</summary>
public class ExplanationTests
{
    private const string Pact = """
        { "id": "pact", "title": "Pact of the river", "completeness": "full",
          "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
          "threats": [{ "id": "raid", "kind": "armed-attack" }],
          "articles": [
            { "number": "1", "provisions": [{ "kind": "trade" }, { "kind": "assistance" }] },
            { "number": "2", "provisions": [{ "kind": "defense", "trigger": "armed-attack", "conditions": ["unprovoked-only"] }, { "kind": "joint-exercise", "binding": false }] }] }
        """;

    [TestCase("FA2", "violated")]
    [TestCase("FA5", "undetermined")]
    [TestCase("EF4", "undetermined")]
    [TestCase("QA3", "undetermined")]
    public void It_is_recorded(string id, string verdict)
    {
        var explanation = Explain(id, Pact);
        Assert.That(explanation.Result.Verdict.Text, Is.EqualTo(verdict));
        using var output = new MemoryStream();
        new ExplanationText().Write(explanation, Tool.Alone(), new ReportOptions { Width = 120 }, output);
        Snapshot.Verify(Encoding.UTF8.GetString(output.ToArray()), $"id={id}");
    }

    [Test]
    public void Facts_come_in_the_order_in_which_they_are_read_absent_ones_too()
    {
        var explanation = Invented("""
            IEnumerable<Finding> Look(Arrangement arrangement)
            {
                foreach (var provision in arrangement.Provisions)
                {
                    if (provision.Trigger is null && provision.Against is not { IsOutsider: true })
                        yield return provision.At.Trigger.Report(Open, "no trigger");
                }

                if (arrangement.Guidance?.Level is null)
                    yield return arrangement.Report(Open, "nobody guides");
            }
            """, Pact);
        Assert.That(explanation.Facts.Select(fact => $"{fact.Member} {fact.Value} {fact.Location.Pointer} {fact.Location.Missing} {fact.Decides}"), Is.EqualTo(new[]
        {
            "Provisions 3  False True",
            "Trigger not stated /articles/0/provisions/0/trigger True True",
            "Against not stated /articles/0/provisions/0/against True False",
            "XX150 no trigger /articles/0/provisions/0/trigger True False",
            "Trigger not stated /articles/0/provisions/1/trigger True True",
            "Against not stated /articles/0/provisions/1/against True False",
            "XX150 no trigger /articles/0/provisions/1/trigger True False",
            "Trigger armed-attack /articles/1/provisions/0/trigger False False",
            "Guidance not stated /guidance True False",
            "XX150 nobody guides  False False",
        }));
        Assert.That(explanation.Facts.Select(fact => (fact.Check, fact.Line)).Where(fact => fact.Line is not null).Distinct(), Is.EqualTo(new[] { ("Look", (int?)15), ("Look", 17), ("Look", 21) }));
    }

    [Test]
    public void What_would_change_nothing_does_not_decide()
    {
        var explanation = Invented("""
            IEnumerable<Finding> Look(Arrangement arrangement)
            {
                var isLong = arrangement.ProvisionsRead > 1000 || arrangement.Title.Length > 1000;
                if (arrangement.IsSecret || !arrangement.IsOpen)
                    yield return arrangement.Report(Open, isLong ? "long" : "short");
            }
            """, Pact);
        Assert.That(explanation.Facts.Where(fact => !fact.IsFinding).Select(fact => (fact.Member, fact.Value, fact.Decides)), Is.EqualTo(new[]
        {
            ("ProvisionsRead", "4", false), ("Title", "\"Pact of the river\"", false), ("IsSecret", "no", false), ("IsOpen", "no", true),
        }));
    }

    [Test]
    public void Members_with_arguments_and_facts_of_the_registry_are_facts_too()
    {
        var explanation = Invented("""
            IEnumerable<Finding> Look(Arrangement arrangement)
            {
                foreach (var party in arrangement.Parties)
                {
                    if (arrangement.GainOf(party) is null && arrangement.Provisions[0].Is(Trade, Energy))
                        yield return party.Report(Open, "gains nothing");
                }

                if (arrangement.Institutions.FirstOrDefault(body => body.Registered is { Founded: > 1900 }) is { } body)
                    yield return body.Report(Broken, "young");
            }
            """, Pact.Replace("\"threats\"", "\"institutions\": [{ \"id\": \"sco\" }], \"threats\""));
        var facts = explanation.Facts.Where(fact => !fact.IsFinding).ToList();
        Assert.That(facts.Select(fact => $"{fact.Member}: {fact.Value}"), Is.SupersetOf(new[] { "GainOf(aland): Article 1 (trade)", "Registered: /institutions[sco]", "Founded: 2001" }));
        Assert.That(facts.Single(fact => fact.Member == "Founded").Path, Is.EqualTo("rules/institutions.json"));
        Assert.That(facts.Single(fact => fact.Member == "Founded").Decides, Is.True);
        Assert.That(facts.Single(fact => fact.Member == "GainOf(aland)").Location.Pointer, Is.EqualTo("/articles/0/provisions/0"));
    }

    [Test]
    public void The_verdict_is_that_of_the_check_and_so_are_the_findings()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.PathOf("rules/examples"), "*.json").Order(StringComparer.Ordinal).Take(4))
        {
            var checkedFile = (ProposalResult)Shipped.Checker.Check(ProposalFile.Read(path, File.ReadAllBytes(path)), "p");
            foreach (var id in (string[])["FA2", "EF3", "QA4"])
            {
                var explanation = Explain(id, File.ReadAllText(path));
                var expected = checkedFile.Principles.Single(principle => principle.Id == id);
                Assert.That(explanation.Result.Verdict, Is.EqualTo(expected.Verdict));
                Assert.That(explanation.Result.Findings.Select(finding => (finding.Id, finding.Message)), Is.EqualTo(expected.Findings.Select(finding => (finding.Id, finding.Message))));
                var reported = explanation.Facts.Where(fact => fact.IsFinding).Select(fact => fact.Member).Order();
                Assert.That(reported, Is.EqualTo(expected.Findings.Select(finding => finding.Id).Where(each => !EngineFindings.Of(id).Any(kind => kind.Id == each)).Order()));
            }
        }
    }

    [Test]
    public void Every_shipped_rule_can_be_explained_on_any_proposal()
    {
        foreach (var (principle, index) in Shipped.Principles.Select((principle, index) => (principle, index)))
        {
            var proposal = Proposals.Make(index).ToString();
            var expected = ((ProposalResult)Shipped.Checker.Check(ProposalFile.Read("p", Encoding.UTF8.GetBytes(proposal)), "p")).Principles.Single(each => each.Id == principle.Id);
            var explanation = Explain(principle.Id, proposal);
            Assert.That(explanation.Result.Verdict, Is.EqualTo(expected.Verdict));
            Assert.That(explanation.Facts, Is.Not.Empty);
            using var output = new MemoryStream();
            new ExplanationText().Write(explanation, Tool.Alone(), new ReportOptions(), output);
            Assert.That(output.Length, Is.GreaterThan(200));
        }
    }

    [Test]
    public void Nothing_is_written_down_unless_somebody_asks()
    {
        var script = ScriptSource.Of("rules/x/XX1-x.csx", "x/XX1-x.csx", Script("IEnumerable<Finding> Look(Arrangement arrangement) { if (arrangement.IsOpen) yield return arrangement.Report(Open, \"open\"); }"));
        var faults = new List<Fault>();
        var compiled = ScriptCompiler.Compile(script, isMetered: true, faults)!;
        Assert.That(Called(compiled), Has.No.Member(nameof(FactRecorder)).And.Member("Meter"));
        Assert.That(Called(FactInstrumentation.AddTo(compiled)), Has.Member(nameof(FactRecorder)));

        static IEnumerable<string> Called(byte[] assembly)
        {
            using var module = ModuleDefinition.ReadModule(new MemoryStream(assembly));
            return [.. module.GetMemberReferences().Select(member => member.DeclaringType.Name)];
        }
    }

    [Test]
    public void Programs_get_the_same_with_patches()
    {
        using var output = new MemoryStream();
        new ExplanationJson().Write(Explain("FA2", Pact), Tool.Alone(), new ReportOptions(), output);
        var json = JObject.Parse(Encoding.UTF8.GetString(output.ToArray()));
        Assert.That((int)json["schemaVersion"]!, Is.EqualTo(1));
        Assert.That((string)json.SelectToken("$.results[0].principles[0].verdict")!, Is.EqualTo("violated"));
        Assert.That(json.SelectToken("$.facts[?(@.fact == 'IsPledge' && @.value == 'yes' && @.decides == true)].location.pointer")!.ToString(), Is.EqualTo("/articles/1/provisions/0"));
        Assert.That(json.SelectToken("$.turns.changes[0].patch[0]")!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"op":"replace","path":"/articles/1/provisions/0/kind","value":"neutrality"}"""));
    }

    private static Explanation Explain(string id, string json)
    {
        var principle = Shipped.Principles.Single(each => each.Id == id);
        return Explain(principle, Shipped.Pack, File.ReadAllText(Repository.PathOf(principle.Path)), json);
    }

    private static Explanation Invented(string check, string json)
    {
        var script = Script(check);
        var source = ScriptSource.Of("rules/x/XX1-x.csx", "x/XX1-x.csx", script);
        var faults = new List<Fault>();
        var rule = new ScriptLoader(ScriptCache.None).Load(source, faults);
        Assert.That(faults.Select(fault => $"{fault.Position}: {fault.Message}"), Is.Empty);
        return Explain(new Principle("XX1", "x", "x", source.Path, rule, null), Shipped.Pack, script, json);
    }

    private static Explanation Explain(Principle principle, RulePack pack, string script, string json)
    {
        var file = ProposalFile.Read("pact.json", Encoding.UTF8.GetBytes(json));
        Assert.That(file.Faults, Is.Empty);
        var explanation = Explanation.Of(file, "pact.json", principle, pack with { Script = _ => script }, out var fault);
        Assert.That(fault?.Message, Is.Null);
        return explanation!;
    }

    private static string Script(string check) => $$""""
        return new Rule
        {
            Title = "An invented principle", Source = "A test", Why = "It is looked at.",
            Findings = [Open, Broken],
            Checks = [Look],
            Examples = [Undetermined("Open", """{ "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }] }""")],
        };

        FindingKind Open => Gap("XX150", "open");

        FindingKind Broken => Violation("XX101", "broken");

        {{check}}
        """";
}
