using System.Diagnostics;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

public class CheckCommandTests
{
    private const string Upheld = """
        { "id": "upheld", "title": "Upheld", "completeness": "full", "parties": [{ "id": "x", "name": "X" }], "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }] }
        """;

    private const string Violated = """
        { "id": "violated", "title": "Violated", "parties": [{ "id": "x", "name": "X" }], "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }] }
        """;

    private const string Undetermined = """{ "id": "undetermined", "title": "Undetermined", "parties": [{ "id": "x", "name": "X" }] }""";

    /// <summary>A pack of one rule, so that exit codes do not depend on the shipped rules.</summary>
    private static Shell NewShell() => new Shell().With(".pack/set/IV1-pledge.csx", InventedPack.Script("""
        foreach (var pledge in arrangement.Provisions.Where(provision => provision.IsPledge))
            yield return pledge.Report(Wrong, "A pledge.");
        if (arrangement.IsFullText)
            yield return arrangement.Report(Right, "Full.");
        """));

    private static readonly string[] Check = ["check", "--rules", ".pack", "--format", "concise"];

    [Test]
    public void A_violation_is_exit_1()
    {
        using var shell = NewShell().With("a.json", Violated).With("b.json", Upheld);
        var ran = shell.Run([.. Check, "a.json", "b.json"]).Findings;
        Assert.That((ran.Code, ran.Output, ran.Error), Is.EqualTo((1, "a.json:1:128: error IV101 A pledge.\n", "")));
    }

    [Test]
    public void Nothing_violated_is_exit_0()
    {
        using var shell = NewShell().With("b.json", Upheld).With("c.json", Undetermined);
        Assert.That(shell.Run([.. Check, "b.json", "c.json"]).Findings.Code, Is.Zero);
    }

    [TestCase(3, "b.json", "c.json")]
    [TestCase(0, "b.json")]
    [TestCase(1, "a.json", "c.json")]
    public void Something_undetermined_is_exit_3_when_asked_for(int code, params string[] files)
    {
        using var shell = NewShell().With("a.json", Violated).With("b.json", Upheld).With("c.json", Undetermined);
        Assert.That(shell.Run([.. Check, "--fail-on", "undetermined", .. files]).Findings.Code, Is.EqualTo(code));
    }

    [Test]
    public void A_broken_file_is_exit_2_and_the_good_ones_get_their_verdicts()
    {
        using var shell = NewShell().With("a.json", Violated).With("broken.json", "{ \"titel\": 1, }").With("c.json", Undetermined);
        var ran = shell.Run([.. Check, "broken.json", "a.json", "c.json", "missing.json"]).Findings;
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Output, Does.Contain("broken.json:1:3: error IN031 \"titel\" is not known here. Did you mean title?\n"));
        Assert.That(ran.Output, Does.Contain("a.json:1:128: error IV101"));
        Assert.That(ran.Output, Does.Contain("c.json:1:1: warning IV169"));
        Assert.That(ran.Output, Does.Contain("missing.json: error IN021 There is no such file.\n"));
    }

    [Test]
    public void A_rule_that_fails_is_exit_2()
    {
        using var shell = NewShell().With(".pack/set/IV2-bad.csx", "return nothing;").With("b.json", Upheld);
        var ran = shell.Run([.. Check, "b.json"]).Findings;
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Output, Does.StartWith(".pack/set/IV2-bad.csx:1:8: error RP001 CS0103"));
    }

    [Test]
    public void A_folder_without_a_proposal_is_exit_2()
    {
        using var shell = NewShell().With("folder/readme.md", "").With("other/package.json", "{}");
        var empty = shell.Run([.. Check, "folder"]).Findings;
        Assert.That((empty.Code, empty.Error), Is.EqualTo((2, "ruleengine: Nothing to check: no JSON file in folder.\n")));
        var other = shell.Run([.. Check, "other"]).Findings;
        Assert.That((other.Code, other.Error), Is.EqualTo((2, "ruleengine: Nothing to check: none of the JSON files is a proposal (an object with parties, articles or this format's $schema).\n")));
    }

    [Test]
    public void Other_JSON_in_a_folder_is_counted_and_changes_nothing_else()
    {
        using var alone = NewShell().With("a.json", Violated);
        using var mixed = NewShell().With("a.json", Violated).With("package.json", "{ \"name\": \"x\" }").With("list.json", "[1]").With("sub/text.json", "\"text\"")
            .With("ruleengine.json", "{ \"note\": \"parties\" }").With(".hidden/b.json", Violated);
        var withText = mixed.Run("check", "--rules", ".pack", ".");
        Assert.That(withText.Output, Does.EndWith("1 proposal checked: 1 violated. 3 JSON files are no proposals. --verbose names what is no proposal.\n"));
        Assert.That(mixed.Run("check", "--rules", ".pack", "--verbose").Output, Does.Contain("package.json is no proposal.\n").And.Contain("sub/text.json is no proposal.\n"));
        var expected = alone.Run([.. Check, "."]);
        var ran = mixed.Run([.. Check, "."]);
        Assert.That((ran.Code, ran.Output), Is.EqualTo((expected.Code, expected.Output)));
    }

    [TestCase("{ \"$schema\": \"https://example.org/proposal.schema.json\" }", "IN032")]
    [TestCase("{ \"articles\": [] }", "IN032")]
    [TestCase("{ \"parties\": [], }", "IN005")]
    [TestCase("{ \"parties\": 1, \"x\": ", "IN003")]
    public void A_file_of_a_folder_with_a_mark_is_a_proposal_also_when_it_is_broken(string json, string id)
    {
        using var shell = NewShell().With("drafts/a.json", json);
        var ran = shell.Run([.. Check, "drafts"]).Findings;
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Output, Does.StartWith("drafts/a.json:").And.Contain($"error {id} "));
    }

    [Test]
    public void A_file_of_a_folder_that_is_no_JSON_is_an_error_that_says_how_to_leave_it_out()
    {
        using var shell = NewShell().With("drafts/a.json", Upheld).With("drafts/tsconfig.json", "{\n  // comment\n  \"x\": 1 }");
        var ran = shell.Run([.. Check, "drafts"]).Findings;
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Output, Does.StartWith("drafts/tsconfig.json:2:3: error IN022 ").And.Contain("--exclude 'drafts/tsconfig.json'"));
        Assert.That(shell.Run([.. Check, "drafts", "--exclude", "drafts/tsconfig.json"]).Findings.Code, Is.Zero);
        Assert.That(shell.Run([.. Check, "drafts", "--exclude", "**/ts*.json"]).Findings.Code, Is.Zero);
    }

    [Test]
    public void Standard_input_is_read()
    {
        using var shell = NewShell();
        Assert.That(shell.RunWith(Violated, [.. Check, "-"]).Findings.Output, Is.EqualTo("-:1:128: error IV101 A pledge.\n"));
    }

    [Test]
    public void Globs_are_found_in_ordinal_order_and_a_file_met_twice_is_checked_once()
    {
        using var shell = NewShell().With("d/b.json", Violated).With("d/a.json", Violated).With("d/B.json", Violated).With("d/sub/c.json", Violated).With("d/x.txt", "");
        static string Paths(Ran ran) => string.Join(" ", ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf(':')]));
        Assert.That(Paths(shell.Run([.. Check, "d/*.json"]).Findings), Is.EqualTo("d/B.json d/a.json d/b.json"));
        Assert.That(Paths(shell.Run([.. Check, "d/**/*.json"]).Findings), Is.EqualTo("d/B.json d/a.json d/b.json d/sub/c.json"));
        Assert.That(Paths(shell.Run([.. Check, "**/c.json"]).Findings), Is.EqualTo("d/sub/c.json"));
        Assert.That(Paths(shell.Run([.. Check, "d/b.json", "d", "./d/a.json"]).Findings), Is.EqualTo("d/b.json d/B.json d/a.json d/sub/c.json"));
        Assert.That(Paths(shell.Run([.. Check, shell.Folder + "/d/sub"]).Findings), Is.EqualTo(shell.Folder + "/d/sub/c.json"));
        Assert.That(shell.Run([.. Check, "nothing/*.json"]).Findings.Code, Is.EqualTo(2));
    }

    [Test]
    public void What_git_ignores_is_left_out()
    {
        using var shell = NewShell().With(".gitignore", "build/\nskip.json\n").With("a.json", Violated).With("skip.json", Violated).With("build/b.json", Violated)
            .With("sub/.gitignore", "c.json\n").With("sub/c.json", Violated).With("kept/tracked.json", Violated);
        using (var git = Process.Start(new ProcessStartInfo("git", ["init", "-q"]) { WorkingDirectory = shell.Folder }))
            git!.WaitForExit();
        var ran = shell.Run([.. Check, "."]).Findings;
        Assert.That(ran.Output, Is.EqualTo("a.json:1:128: error IV101 A pledge.\nkept/tracked.json:1:128: error IV101 A pledge.\n"));
        Assert.That(shell.Run([.. Check, "skip.json"]).Findings.Code, Is.EqualTo(1), "A file that is named is checked.");
    }

    [Test]
    public void The_json_contract_is_kept()
    {
        using var shell = NewShell().With("a.json", Violated).With("b.json", "{ \"id\": 1 }").With("package.json", "{}");
        var ran = shell.Run("check", "--rules", ".pack", "--format", "json", "a.json", "b.json", ".");
        var report = JObject.Parse(ran.Output);
        Snapshot.Verify(ran.Output.Replace((string)report["tool"]!["rules"]!, "HASH"), extension: "json");
        Assert.That(shell.Run("check", "--rules", ".pack", "--format", "json", "a.json", "b.json", ".").Output, Is.EqualTo(ran.Output));
    }

    [Test]
    public void Jsonl_has_a_line_for_the_tool_and_one_an_input()
    {
        using var shell = NewShell().With("a.json", Violated).With("b.json", "{ \"id\": 1 }").With("package.json", "{}");
        var lines = shell.Run("check", "--rules", ".pack", "--format", "jsonl", "a.json", "b.json", ".").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JObject.Parse).ToList();
        Assert.That(lines.Select(line => string.Join(" ", line.Properties().Select(property => property.Name))),
            Is.EqualTo(new[] { "schemaVersion tool", "path proposal title verdict alignment principles", "path errors" }));
    }

    [Test]
    public void Several_formats_go_to_several_places()
    {
        using var shell = NewShell().With("a.json", Violated);
        var ran = shell.Run("check", "a.json", "--rules", ".pack", "-f", "concise", "--format", "json=out.json", "--format", "jsonl=out.jsonl").Findings;
        Assert.That(ran.Output, Does.StartWith("a.json:1:128"));
        Assert.That(JObject.Parse(File.ReadAllText(Path.Combine(shell.Folder, "out.json")))["summary"]!["violated"]!.Value<int>(), Is.EqualTo(1));
        Assert.That(File.ReadAllLines(Path.Combine(shell.Folder, "out.jsonl")), Has.Length.EqualTo(2));
        Assert.That(Directory.GetFiles(shell.Folder, "*.part"), Is.Empty);
    }

    [TestCase("There is no format \"xml\".", "--format", "xml")]
    [TestCase("Only one format goes to standard output", "--format", "json", "--format", "text")]
    [TestCase("Two formats go to x", "--format", "json=x", "--format", "text=x")]
    [TestCase("names no file", "--format", "json=")]
    [TestCase("There is no option \"--formt\". Did you mean --format?", "--formt", "json")]
    [TestCase("There is no option \"-x\".", "-x")]
    [TestCase("'sometimes'", "--fail-on", "sometimes")]
    public void Bad_usage_is_exit_2_and_says_what_is_wrong(string message, params string[] arguments)
    {
        using var shell = NewShell().With("a.json", Violated);
        var ran = shell.Run(["check", "a.json", .. arguments]);
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Error, Does.StartWith("ruleengine: ").And.Contain(message).And.Not.Contain("   at "));
    }

    [Test]
    public void A_pack_that_is_not_there_is_exit_2()
    {
        using var shell = NewShell().With("a.json", Violated);
        var ran = shell.Run("check", "a.json", "--rules", "nowhere", "--format", "concise").Findings;
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "nowhere: error RP010 There is no such folder.\n")));
    }
}
