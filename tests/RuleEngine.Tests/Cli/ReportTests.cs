using NUnit.Framework;
using RuleEngine.Reporting;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

/// <summary><c>ruleengine report</c>: any format from results.</summary>
public class ReportTests
{
    public static IEnumerable<string> Formats => ReportFormat.All.Select(format => format.Name);

    [TestCaseSource(nameof(Formats))]
    public void A_format_made_of_results_is_the_one_that_a_check_prints(string format)
    {
        using var shell = Drafts();
        var checkedNow = shell.Run("check", "drafts", "--today", "2026-01-01", "--format", format).Output;
        shell.Run("batch", "drafts", "--today", "2026-01-01", "--excerpts", "-o", "results.jsonl");
        var made = shell.Run("report", "results.jsonl", "--format", format);
        Assert.That((made.Code, made.Error), Is.EqualTo((0, "")));
        Assert.That(format is "json" or "jsonl" ? WithoutOrigin(made.Output) : made.Output, Is.EqualTo(checkedNow));
        Assert.That(checkedNow, Is.Not.Empty);
    }

    [Test]
    public void Results_of_a_check_and_compressed_ones_and_those_of_a_pipe_are_read_too()
    {
        using var shell = Drafts();
        var results = shell.Run("check", "drafts", "--format", "jsonl").Output;
        shell.With("results.jsonl", results);
        var csv = shell.Run("report", "results.jsonl", "--format", "csv").Output;
        Assert.That(csv.Split('\n'), Has.Length.GreaterThan(20));
        Assert.That(shell.RunWith(results, "report", "-", "--format", "csv").Output, Is.EqualTo(csv));
    }

    [Test]
    public void Jsonl_made_of_jsonl_is_the_same()
    {
        using var shell = new Shell().With("a.ndjson", BatchTests.Corpus(30));
        shell.Run("batch", "a.ndjson", "-o", "results.jsonl");
        Assert.That(shell.Run("report", "results.jsonl", "--format", "jsonl").Output, Is.EqualTo(File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl"))));
    }

    [Test]
    public void A_finding_in_a_line_is_shown_where_an_editor_finds_it()
    {
        using var shell = new Shell().With("a.ndjson", "\n" + BatchTests.Corpus(2) + "{");
        shell.Run("batch", "a.ndjson", "-o", "results.jsonl");
        var lines = shell.Run("report", "results.jsonl", "--format", "concise").Findings.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines.Select(line => line.Split(':')[1]).Distinct(), Is.EqualTo(new[] { "2", "3", "4" }));
    }

    [Test]
    public void Results_of_another_pack_are_shown_as_far_as_they_say_themselves()
    {
        using var shell = new Shell().With("a.ndjson", BatchTests.Corpus(3));
        shell.Run("batch", "a.ndjson", "-o", "results.jsonl");
        var results = File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl"));
        shell.With("other.jsonl", results.Replace(Shipped.Pack.LazyHash.Value, new string('0', 64)));
        var ran = shell.Run("report", "other.jsonl", "--format", "csv");
        Assert.That(ran.Output, Is.EqualTo(shell.Run("report", "results.jsonl", "--format", "csv").Output));
        Assert.That(ran.Error, Does.StartWith("ruleengine: other.jsonl was made with another rule pack"));
    }

    [TestCase("gone.jsonl", "There is no file gone.jsonl.")]
    [TestCase("empty.jsonl", "empty.jsonl is empty: it holds no results.")]
    [TestCase("none.jsonl", "none.jsonl:1 is no line of results: \"schemaVersion\" is missing.")]
    [TestCase("torn.jsonl", "torn.jsonl:2 is no line of results: ")]
    [TestCase("wrong.jsonl", "wrong.jsonl:2 is no line of results: \"errors\" is missing.")]
    public void What_holds_no_results_is_exit_2(string file, string message)
    {
        using var shell = new Shell().With("empty.jsonl", "").With("none.jsonl", "{}").With("a.ndjson", BatchTests.Corpus(1));
        var results = shell.Run("batch", "a.ndjson").Output;
        shell.With("torn.jsonl", results[..^100]).With("wrong.jsonl", results.Split('\n')[0] + "\n{}\n");
        var ran = shell.Run("report", file);
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.StartWith("ruleengine: " + message));
    }

    private static Shell Drafts()
    {
        var shell = new Shell().With("drafts/bad.json", "{ \"id\": \"bad\", \"parties\": [], }").With("drafts/ruleengine.json", "{}");
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("rules/examples"), "*.json").Order(StringComparer.Ordinal).Take(6))
            shell.With("drafts/" + Path.GetFileName(file), File.ReadAllText(file));
        File.Delete(Path.Combine(shell.Folder, "drafts", "ruleengine.json"));
        return shell.With("ruleengine.json", """
            { "severity": { "EF4": "error" }, "waivers": [
                { "id": "FA250", "path": "drafts/*.json", "address": "/articles[1]", "reason": "Nothing.", "owner": "Anna", "expires": "2027-01-31" } ] }
            """);
    }

    private static string WithoutOrigin(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "\\s*\"record\": ?1,\\s*\"line\": ?1,\\s*\"input\": ?\"[0-9a-f]{64}\",", "");
}
