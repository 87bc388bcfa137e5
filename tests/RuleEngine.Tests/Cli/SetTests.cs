using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

/// <summary>Runs that are limited to some of a pack's sets.</summary>
public class SetTests
{
    private const string Bad = """{ "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }], "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }] }""";

    [TestCase("FA1 FA2 FA3 FA4 FA5", "five-always")]
    [TestCase("EF1 EF2 EF3 EF4 FA1 FA2 FA3 FA4 FA5", "five-always", "eurasian-framework", "five-always")]
    [TestCase("QA1 QA2 QA3 QA4 QA5", "quasi-alliance")]
    public void Of_a_run_for_some_sets_the_verdicts_are_those_of_a_run_for_all(string principles, params string[] sets)
    {
        using var shell = Examples();
        var all = Results(shell.Run("check", "examples", "--format", "json").Output);
        var some = shell.Run(["check", "examples", "--format", "json", .. Options(sets)]).Output;
        Assert.That(JObject.Parse(some)["tool"]!["sets"]!.Values<string>(), Is.EqualTo(sets.Distinct().Order()));
        Assert.That(Results(some), Is.EqualTo(all.Select(result => result.FindAll(principle => principles.Contains((string)JObject.Parse(principle)["id"]!)))));
        Assert.That(Results(some)[0].Select(principle => (string)JObject.Parse(principle)["id"]!), Is.EqualTo(principles.Split(' ')));
        Assert.That(JObject.Parse(shell.Run("check", "examples", "--format", "json").Output)["tool"]!["sets"], Is.Null);
    }

    [TestCase("check", "a.json")]
    [TestCase("batch", "a.json")]
    [TestCase("diff", "a.json", "a.json")]
    [TestCase("rules")]
    public void A_set_that_the_pack_does_not_have_is_refused(params string[] command)
    {
        using var shell = new Shell().With("a.json", Bad);
        var ran = shell.Run([.. command, "--set", "five-alway"]);
        Assert.That((ran.Code, ran.Output, ran.Error), Is.EqualTo((2, "", "ruleengine: The rule pack has no set \"five-alway\". Did you mean five-always?\n")));
    }

    [Test]
    public void Rules_lists_those_of_the_set()
    {
        using var shell = new Shell();
        Assert.That(shell.Run("rules", "--set", "quasi-alliance").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..3]), Is.EqualTo(new[] { "QA1", "QA2", "QA3", "QA4", "QA5" }));
    }

    [Test]
    public void Rules_says_what_each_can_find_to_programs_and_on_a_page()
    {
        using var shell = TwoSets().With(".pack/second-set/IV3-broken.csx", "return nothing;");
        var json = shell.Run("rules", "--rules", ".pack", "--format", "json");
        var listed = JObject.Parse(json.Output);
        Assert.That(json.Code, Is.EqualTo(2), "One cannot be loaded.");
        Assert.That(listed.SelectTokens("$.rules[*].id").Select(id => (string)id!), Is.EqualTo(new[] { "IV1", "IV2", "IV3" }));
        Assert.That(listed.SelectTokens("$.rules[0].findings[*].id").Select(id => (string)id!), Is.EqualTo(new[] { "IV101", "IV150", "IV170", "IV180" }));
        Assert.That((string?)listed.SelectToken("$.errors[0].id"), Is.EqualTo("RP001"));
        var page = shell.Run("rules", "--rules", ".pack", "--format", "markdown", "--set", "first-set");
        Assert.That((page.Code, page.Output), Is.EqualTo((0, "# .pack\n\n## First set\n\n### IV1: Invented\n\nNowhere\n\n| id | role | finding |\n|---|---|---|\n"
            + "| IV101 | violation | wrong |\n| IV150 | gap | open |\n| IV170 | concern | odd |\n| IV180 | support | right |\n")));
    }

    [Test]
    public void A_set_that_is_not_asked_about_may_have_a_broken_script()
    {
        using var shell = TwoSets().With(".pack/second-set/IV3-broken.csx", "return nothing;");
        Assert.That(shell.Run("check", "a.json", "--rules", ".pack").Code, Is.EqualTo(2));
        Assert.That(shell.Run("check", "a.json", "--rules", ".pack", "--set", "first-set").Code, Is.EqualTo(1));
        Assert.That(shell.Run("check", "a.json", "--rules", ".pack", "--set", "second-set").Code, Is.EqualTo(2));
    }

    [Test]
    public void Severities_waivers_and_baselines_of_other_sets_are_left_alone()
    {
        using var shell = TwoSets().With("ruleengine.json", """
            { "severity": { "IV201": "info", "second-set": "warning" },
              "waivers": [{ "id": "IV201", "path": "a.json", "address": "/articles[9]", "reason": "Once", "owner": "Anna", "expires": "2030-01-01" }] }
            """);
        string[] check = ["check", "a.json", "--rules", ".pack", "--today", "2026-01-01", "--format", "concise"];
        Assert.That(shell.Run(check).Output, Does.Contain("CF033"), "Of both sets, the waiver is about nothing.");
        Assert.That(shell.Run([.. check, "--set", "first-set"]).Findings, Is.EqualTo(new Ran(1, "a.json:1:1: error IV101 A pledge.\n", "")));
        Assert.That(shell.Run([.. check, "--write-baseline", "known.json"]).Code, Is.Zero);
        Assert.That(shell.Run([.. check, "--set", "first-set", "--baseline", "known.json"]).Findings, Is.EqualTo(new Ran(0, "", "")), "What is of the other set has not gone.");
        Assert.That(shell.With("a.json", Bad.Replace("defense", "trade")).Run([.. check, "--set", "first-set", "--baseline", "known.json"]).Output, Does.Contain("Gone since the baseline: IV101").And.Not.Contain("IV201 at"));
    }

    [Test]
    public void A_batch_for_some_sets_is_the_same_in_parts_in_reports_and_in_another_process()
    {
        using var shell = new Shell().With("a.ndjson", BatchTests.Corpus(30));
        var sets = Options("quasi-alliance", "eurasian-framework");
        var whole = shell.Run(["batch", "a.ndjson", .. sets]).Output;
        Assert.That(whole, Does.Contain("\"sets\":[\"eurasian-framework\",\"quasi-alliance\"]").And.Not.Contain("\"FA1\""));
        Assert.That(shell.Run(["batch", "a.ndjson", "--isolate", .. sets]).Output, Is.EqualTo(whole));
        for (var part = 1; part <= 3; part++)
            shell.Run(["batch", "a.ndjson", "--shard", $"{part}/3", "-o", $"p{part}.jsonl", .. sets]);
        Assert.That(shell.Run("merge", "p1.jsonl", "p2.jsonl", "p3.jsonl").Output, Is.EqualTo(whole));
        shell.Run("batch", "a.ndjson", "--shard", "2/3", "-o", "all.jsonl");
        var mixed = shell.Run("merge", "p1.jsonl", "all.jsonl", "p3.jsonl");
        Assert.That((mixed.Code, mixed.Error), Is.EqualTo((2, "ruleengine: all.jsonl was made with other sets of principles than p1.jsonl: they are of different batches.\n")));
    }

    [Test]
    public void Results_of_a_run_for_some_sets_become_the_report_that_check_prints()
    {
        using var shell = Examples();
        shell.Run(["batch", "examples", "--excerpts", "-o", "r.jsonl", .. Options("five-always")]);
        foreach (var format in (string[])["text", "sarif", "html", "csv"])
            Assert.That(shell.Run("report", "r.jsonl", "--format", format).Output, Is.EqualTo(shell.Run(["check", "examples", "--format", format, .. Options("five-always")]).Output), format);
    }

    [Test]
    public void Results_for_other_sets_are_not_gone_on_with()
    {
        using var shell = new Shell().With("a.ndjson", BatchTests.Corpus(4));
        shell.Run("batch", "a.ndjson", "-o", "r.jsonl", "--set", "five-always");
        var ran = shell.Run("batch", "a.ndjson", "-o", "r.jsonl", "--resume");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((2, "ruleengine: r.jsonl was begun with another pack, other sets or another version, or is another part. Delete it to begin anew.\n")));
        Assert.That(shell.Run("batch", "a.ndjson", "-o", "r.jsonl", "--resume", "--set", "five-always").Error, Does.Contain("r.jsonl is whole already."));
    }

    private static Shell Examples()
    {
        var shell = new Shell();
        foreach (var name in (string[])["russia-dprk-treaty-2024.json", "china-russia-treaty-2001.json", "proposed-eurasian-framework-2024.json"])
            shell.With("examples/" + name, File.ReadAllText(Repository.PathOf("rules/examples/" + name)));
        return shell;
    }

    private static Shell TwoSets()
    {
        var script = InventedPack.Script("if (arrangement.HasPledge) yield return arrangement.Report(Wrong, \"A pledge.\");\nyield return arrangement.Report(Right, \"Fine.\");");
        return new Shell().With("a.json", Bad).With(".pack/first-set/IV1-first.csx", script).With(".pack/second-set/IV2-second.csx", script.Replace("IV1", "IV2"));
    }

    private static string[] Options(params string[] sets) => [.. sets.SelectMany(set => (string[])["--set", set])];

    private static List<List<string>> Results(string json) =>
        [.. JObject.Parse(json)["results"]!.Select(result => result["principles"]!.Select(principle => principle.ToString()).ToList())];
}
