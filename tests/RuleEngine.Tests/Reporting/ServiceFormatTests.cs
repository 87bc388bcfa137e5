using System.Text;
using System.Xml.Linq;
using CsCheck;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Reporting;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Reporting;

/// <summary>What the services that read reports ask of them.</summary>
public class ServiceFormatTests
{
    private static readonly Lazy<JsonSchema> SarifSchema = new(() => JsonSchema.FromJsonAsync(File.ReadAllText(Repository.SharedFile("data/sarif-schema-2.1.0.json"))).GetAwaiter().GetResult());

    private static Report Nothing => new(Tool.With(Shipped.Pack), [], [], []);

    [TestCase(false)]
    [TestCase(true)]
    public void Sarif_is_valid(bool verbose)
    {
        foreach (var report in new[] { Shipped.Examples, SampleReport.Make(), Nothing, Many(20) })
        {
            var log = Written.In("sarif", report, new ReportOptions { Verbose = verbose });
            Assert.That(SarifSchema.Value.Validate(log).Select(error => error.ToString()), Is.Empty);
        }
    }

    [TestCase("text")]
    [TestCase("concise")]
    [TestCase("json")]
    [TestCase("jsonl")]
    [TestCase("sarif")]
    [TestCase("junit")]
    [TestCase("github")]
    [TestCase("gitlab")]
    [TestCase("markdown")]
    [TestCase("csv")]
    [TestCase("html")]
    public void Every_format_says_the_alignment_of_a_proposal_on_which_all_is_upheld(string format) =>
        Assert.That(Written.In(format, One("a.json", File.ReadAllText(Repository.PathOf("rules/models/lake-compact.json")))), Does.Contain("quasi-alliance").And.Match(@"/articles/1/provisions/0|Article 2 \(joint-exercise\)"));

    [Test]
    public void The_schema_is_not_blind() =>
        Assert.That(SarifSchema.Value.Validate(Written.In("sarif", SampleReport.Make()).Replace("\"startLine\": 1", "\"startLine\": 0")), Is.Not.Empty);

    [Test]
    public void Every_Sarif_result_has_a_place_a_rule_and_a_fingerprint_and_no_support_or_concern_unasked()
    {
        var run = JObject.Parse(Written.In("sarif", Shipped.Examples))["runs"]![0]!;
        var results = (JArray)run["results"]!;
        var rules = (JArray)run.SelectToken("tool.driver.rules")!;
        var roles = results.Select(result => RuleOf(result).SelectToken("properties.tags[2]")!.Value<string>()).Distinct();
        Assert.That(roles, Is.EquivalentTo(new[] { "violation", "gap" }));
        Assert.That(results, Has.All.Matches<JToken>(result => result!.SelectToken("locations[0].physicalLocation.region.startLine")!.Value<int>() > 0));
        Assert.That(results, Has.All.Matches<JToken>(result => RuleOf(result!).Value<string>("id") == result!.Value<string>("ruleId")));
        Assert.That(results, Has.All.Matches<JToken>(result => result!["partialFingerprints"]!.Value<string>("ruleengine/v1")!.Length == 32));
        Assert.That(((JArray)JObject.Parse(Written.In("sarif", Shipped.Examples, new ReportOptions { Verbose = true }))["runs"]![0]!["results"]!).Count(result => (string?)result["kind"] == "pass"), Is.Positive);

        JToken RuleOf(JToken result) => rules[result.Value<int>("ruleIndex")];
    }

    [Test]
    public void Fingerprints_survive_another_layout_and_an_article_inserted_above() =>
        Gen.Select(Proposals.Valid.Where(proposal => proposal["articles"] is JArray { Count: > 0 }), Gen.Int).Sample((proposal, style) =>
        {
            var before = Fingerprints(proposal.ToString());
            ((JArray)proposal["articles"]!).Insert(0, new JObject { ["number"] = "preamble", ["provisions"] = new JArray() });
            Assert.That(Fingerprints(JsonStyles.Restyled(proposal, style)), Is.EquivalentTo(before).And.Not.Empty);
        }, iter: 50);

    private static List<string> Fingerprints(string json) =>
        [.. JObject.Parse(Written.In("sarif", One("a.json", json), new ReportOptions { Verbose = true })).SelectTokens("runs[0].results[*].partialFingerprints['ruleengine/v1']").Select(each => (string)each!)];

    [Test]
    public void Sarif_keeps_the_worst_where_there_are_more_results_than_services_show()
    {
        var report = Many(900);
        var all = report.Results.SelectMany(result => result.Findings).Count(finding => finding.Role == Role.Violation || finding.Role == Role.Gap);
        var run = JObject.Parse(Written.In("sarif", report))["runs"]![0]!;
        Assert.That(run["results"]!.Count(), Is.EqualTo(5000).And.LessThan(all));
        Assert.That(run["results"]!.Count(result => (string)result["level"]! == "error"), Is.EqualTo(report.Results.SelectMany(result => result.Findings).Count(finding => finding.FailsRun)));
        Assert.That(run["invocations"]![0]!["toolExecutionNotifications"]!.ToString(), Does.Contain($"{all - 5000} of {all} results are left out"));
    }

    [TestCase("drafts/a b%20é.json", null, "drafts/a%20b%2520%C3%A9.json")]
    [TestCase("./../work/./drafts/a.json", "/work", "drafts/a.json")]
    [TestCase("/work/drafts/a.json", "/work", "drafts/a.json")]
    [TestCase("/other/a.json", "/work", "../other/a.json")]
    [TestCase("-", "/work", "-")]
    public void A_path_becomes_a_relative_URI(string path, string? folder, string uri) =>
        Assert.That(JObject.Parse(Written.In("sarif", One(path), new ReportOptions { Folder = folder }))
            .SelectToken("runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri")!.Value<string>(), Is.EqualTo(uri));

    [Test]
    public void JUnit_counts_what_it_holds()
    {
        foreach (var report in new[] { Shipped.Examples, SampleReport.Make(), Nothing })
        {
            var root = XDocument.Parse(Written.In("junit", report)).Root!;
            foreach (var holder in root.DescendantsAndSelf().Where(element => element.Name.LocalName.StartsWith("testsuite", StringComparison.Ordinal)))
            {
                Assert.That((int)holder.Attribute("tests")!, Is.EqualTo(holder.Descendants("testcase").Count()));
                foreach (var (attribute, element) in new[] { ("failures", "failure"), ("errors", "error"), ("skipped", "skipped") })
                    Assert.That((int)holder.Attribute(attribute)!, Is.EqualTo(holder.Descendants(element).Count()));
            }
        }
    }

    [Test]
    public void JUnit_has_no_two_cases_of_one_name()
    {
        var names = XDocument.Parse(Written.In("junit", SampleReport.Make())).Descendants("testcase").Select(each => $"{each.Attribute("classname")!.Value} {each.Attribute("name")!.Value}");
        Assert.That(names, Is.Unique);
    }

    [Test]
    public void Nothing_in_Sarif_text_is_a_placeholder_or_a_link()
    {
        var log = Written.In("sarif", One("a.json", Pledging.Replace("\"name\": \"X\"", "\"name\": \"{0} [x](http://e)\"")));
        Assert.That(JObject.Parse(log).SelectTokens("runs[0].results[*].message.text").Select(text => (string)text!), Has.Some.Contain("{{0}} [x] (http://e)"));
    }

    [TestCase("text")]
    [TestCase("concise")]
    [TestCase("github")]
    public void No_title_or_path_commands_the_runner_of_a_workflow(string format)
    {
        var report = One("::stop-commands::x.json", Pledging.Replace("\"title\": \"A\"", "\"title\": \"::add-mask::y\""));
        Assert.That(Written.In(format, report).Split('\n').Select(line => line.Trim()), Has.None.StartsWith("::stop").And.None.StartsWith("::add"));
    }

    [Test]
    public void A_long_message_is_cut_where_the_runner_would_cut_it_and_says_so() =>
        Assert.That(Written.In("github", One("a.json", Pledging.Replace("\"name\": \"X\"", $"\"name\": \"{new string('x', 9000)}\""))).Split('\n'), Has.Some.EndsWith("… (cut)").And.All.Length.LessThan(4300));

    [Test]
    public void Markdown_has_no_mention_link_formula_or_list_that_nobody_meant()
    {
        var text = Written.In("markdown", One("1. a.json", Pledging.Replace("\"title\": \"A\"", "\"title\": \"@octocat https://e.example www.e.example $x$ - *b*\"")));
        Assert.That(text, Does.Contain(@"@" + "\u2060" + @"octocat https\://e.example www\.e.example \$x\$ - \*b\*").And.Contain("\n`1. a.json`: **violated**"));
    }

    [Test]
    public void GitHub_gets_no_more_annotations_than_it_keeps_and_is_told_so()
    {
        var lines = Written.In("github", Many(30)).Split('\n')[..^1];
        foreach (var level in new[] { "::error ", "::warning ", "::notice " })
            Assert.That(lines.Count(line => line.StartsWith(level, StringComparison.Ordinal)), Is.LessThanOrEqualTo(10));
        Assert.That(lines[^1], Does.Contain("Not annotated, since the service keeps 10 of each level: "));
    }

    [Test]
    public void No_text_ends_an_annotation_or_starts_another()
    {
        var lines = Written.In("github", One("a,b:c%0A::error ::x.json")).Split('\n');
        Assert.That(lines, Has.Some.StartsWith("::error file=a%2Cb%3Ac%250A%3A%3Aerror %3A%3Ax.json,line="));
    }

    [Test]
    public void GitLab_knows_every_entry_by_a_fingerprint_of_its_own()
    {
        var entries = JArray.Parse(Written.In("gitlab", Many(20)));
        Assert.That(entries.Select(entry => (string)entry["fingerprint"]!), Is.Unique);
        Assert.That(entries.Select(entry => (string)entry["severity"]!).Distinct(), Is.SubsetOf(new[] { "info", "minor", "major", "critical", "blocker" }));
    }

    [Test]
    public void A_spreadsheet_takes_no_text_for_a_formula()
    {
        var report = One("a.json", Pledging.Replace("\"title\": \"A\"", "\"title\": \"=1+1,\\\"x\\\"\""));
        Assert.That(Written.In("csv", report).Split('\n')[1], Does.StartWith("a.json,a,\"'=1+1,\"\"x\"\"\",violated,"));
    }

    [Test]
    public void Csv_has_a_row_for_each_proposal_and_principle() =>
        Assert.That(Written.In("csv", Shipped.Examples).Split('\n'), Has.Length.EqualTo((Shipped.Examples.Outcomes.Count() * Shipped.Pack.Principles.Count) + 2));

    private const string Pledging = """
        { "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }, { "id": "y", "name": "Y" }],
          "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }] }
        """;

    private static Report One(string path, string json = Pledging) =>
        new(Tool.With(Shipped.Pack), [Shipped.Checker.Check(ProposalFile.Read(path, Encoding.UTF8.GetBytes(json)), path)], [], []);

    private static Report Many(int count) => new(Tool.With(Shipped.Pack), [.. Enumerable.Repeat(One("a.json").Outcomes.First(), count)], [], []);
}
