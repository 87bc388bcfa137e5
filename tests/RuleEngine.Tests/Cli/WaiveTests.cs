using NUnit.Framework;

namespace RuleEngine.Tests.Cli;

public class WaiveTests
{
    private static readonly string[] Why = ["--reason", "The council agreed", "--owner", "Anna", "--expires", "2027-01-31", "--rules", ".pack", "--today", "2026-06-01"];

    private static Ran Check(Shell shell, string today, params string[] arguments) =>
        shell.Run(["check", "--rules", ".pack", "--format", "concise", "--today", today, .. arguments]).Findings;

    [Test]
    public void What_is_waived_stays_visible_and_fails_no_run_until_the_last_day_has_passed()
    {
        using var shell = ConfigurationTests.NewShell();
        var ran = shell.Run(["waive", "a.json", "IV101", .. Why]);
        Assert.That((ran.Code, ran.Output, ran.Error), Is.EqualTo((0, "ruleengine.json: IV101 at /articles[1]/provisions[defense] of a.json is waived until 2027-01-31.\n", "")));
        var held = Check(shell, "2027-01-31", "a.json");
        Assert.That((held.Code, held.Output), Is.EqualTo((0, "a.json:1:128: error IV101 A pledge. [waived by Anna until 2027-01-31: The council agreed]\n")));
        var expired = Check(shell, "2027-02-01", "a.json");
        Assert.That((expired.Code, expired.Output), Is.EqualTo((1, "a.json:1:128: error IV101 A pledge.\nruleengine.json:11:18: info CF031 The waiver of IV101 held until 2027-01-31; ask Anna.\n")));
    }

    [Test]
    public void It_goes_into_the_nearest_configuration_and_leaves_the_rest_alone()
    {
        using var shell = ConfigurationTests.NewShell().With("drafts/deep/b[1].json", ConfigurationTests.Violated)
            .With("drafts/ruleengine.json", "{\n\t\"note\": \"ours\",\n\t\"severity\": { \"IV150\": \"info\" }\n}");
        Assert.That(shell.Run(["waive", "drafts/deep/b[1].json", "IV101", .. Why]).Code, Is.Zero);
        var written = File.ReadAllText(Path.Combine(shell.Folder, "drafts/ruleengine.json"));
        Assert.That(written, Does.StartWith("{\n\t\"note\": \"ours\",\n\t\"severity\": { \"IV150\": \"info\" },\n\t\"waivers\": [\n").And.Contain("\"path\": \"deep/b*1*.json\"").And.EndWith("\n\t]\n}"));
        Assert.That(File.Exists(Path.Combine(shell.Folder, "ruleengine.json")), Is.False);
        Assert.That(Check(shell, "2026-06-01", "drafts").Code, Is.Zero);
    }

    [Test]
    public void Of_several_places_one_is_named()
    {
        var two = ConfigurationTests.Violated.Replace("""{ "kind": "defense" }""", """{ "kind": "defense" }, { "kind": "offense" }""");
        using var shell = ConfigurationTests.NewShell().With("a.json", two);
        var ran = shell.Run(["waive", "a.json", "IV101", .. Why]);
        Assert.That((ran.Code, ran.Error), Is.EqualTo((2, """
            ruleengine: IV101 stands at several places; say which is meant:
              --address '/articles[1]/provisions[defense]'  (line 1)
              --address '/articles[1]/provisions[offense]'  (line 1)

            """.ReplaceLineEndings("\n"))));
        Assert.That(shell.Run(["waive", "a.json", "IV101", "--address", "/articles[1]/provisions[offense]", .. Why]).Code, Is.Zero);
        Assert.That(Check(shell, "2026-06-01", "a.json").Code, Is.EqualTo(1));
        Assert.That(shell.Run(["waive", "a.json", "IV101", "--address", "/articles[1]/provisions[defense]", .. Why]).Code, Is.Zero);
        Assert.That(Check(shell, "2026-06-01", "a.json").Code, Is.Zero);
    }

    [TestCase("IV150", "ruleengine: a.json has no finding IV150 to waive. Did you mean IV101?\n")]
    [TestCase("IV1", "ruleengine: a.json has no finding IV1 to waive. IV1 is a rule, and its findings there are IV101.\n")]
    [TestCase("nothing", "ruleengine: a.json has no finding nothing to waive. Known here: IV101.\n")]
    public void What_is_not_found_cannot_be_waived(string id, string error)
    {
        using var shell = ConfigurationTests.NewShell();
        var ran = shell.Run(["waive", "a.json", id, .. Why]);
        Assert.That((ran.Code, ran.Error), Is.EqualTo((2, error)));
        Assert.That(File.Exists(Path.Combine(shell.Folder, "ruleengine.json")), Is.False);
    }

    [Test]
    public void What_is_accepted_already_is_not_waived_again()
    {
        using var shell = ConfigurationTests.NewShell();
        shell.Run(["waive", "a.json", "IV101", .. Why]);
        Assert.That(shell.Run(["waive", "a.json", "IV101", .. Why]).Error, Is.EqualTo("ruleengine: IV101 at /articles[1]/provisions[defense] is waived by Anna until 2027-01-31 already.\n"));
    }

    [TestCase("--expires", "2026-05-31", "ruleengine: --expires 2026-05-31 has passed already.")]
    [TestCase("--expires", "soon", "ruleengine: --expires soon: no calendar has such a day. A day is written year-month-day, as in 2027-01-31.")]
    [TestCase("--reason", " ", "ruleengine: A waiver has a reason and an owner: neither may be empty.")]
    public void A_waiver_has_a_reason_an_owner_and_a_day_to_come(string option, string value, string error)
    {
        using var shell = ConfigurationTests.NewShell();
        var why = Why.ToArray();
        why[Array.IndexOf(why, option) + 1] = value;
        var ran = shell.Run(["waive", "a.json", "IV101", .. why]);
        Assert.That((ran.Code, ran.Error.Split('\n')[0]), Is.EqualTo((2, error)));
    }

    [Test]
    public void A_proposal_that_cannot_be_read_is_exit_2()
    {
        using var shell = ConfigurationTests.NewShell().With("b.json", "{}");
        Assert.That(shell.Run(["waive", "b.json", "IV101", .. Why]).Error, Does.StartWith("b.json:1:1: error IN032 "));
        Assert.That(shell.Run(["waive", "c.json", "IV101", .. Why]).Error, Does.StartWith("c.json: error IN021 There is no such file."));
    }

    [Test]
    public void A_baseline_shows_and_fails_on_what_is_new()
    {
        using var shell = ConfigurationTests.NewShell();
        var written = Check(shell, "2026-06-01", "--write-baseline", "known.json", "a.json");
        Assert.That((written.Code, written.Output), Is.EqualTo((0, "")));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "known.json")), Is.EqualTo("""
            {
              "schemaVersion": 1,
              "findings": [
                {
                  "proposal": "violated",
                  "id": "IV101",
                  "address": "/articles[1]/provisions[defense]",
                  "content": "58d4e5d7d710c25b"
                }
              ]
            }

            """.ReplaceLineEndings("\n")));
        shell.With("a.json", ConfigurationTests.Violated.Replace("\"articles\": [", "\n\"articles\": [{ \"number\": \"0\", \"provisions\": [{ \"kind\": \"offense\" }] }, "));
        var grown = Check(shell, "2026-06-01", "--baseline", "known.json", "a.json");
        Assert.That((grown.Code, grown.Output), Is.EqualTo((1, "a.json:2:46: error IV101 A pledge.\n")));
        Assert.That(shell.Run("check", "--rules", ".pack", "--baseline", "known.json", "--format", "json", "a.json").Output, Does.Contain("\"by\": \"baseline\""));
        shell.With("a.json", ConfigurationTests.Violated.Replace("defense", "trade"));
        Assert.That(Check(shell, "2026-06-01", "--baseline", "known.json", "a.json").Output, Does.Contain("known.json:4:5: info CF034 Gone since the baseline: IV101 at /articles[1]/provisions[defense] of violated."));
    }

    [Test]
    public void A_baseline_is_the_same_bytes_for_any_order_of_files_articles_and_layout()
    {
        var other = ConfigurationTests.Violated.Replace("\"violated\"", "\"a-first\"").Replace("""[{ "kind": "defense" }]""", """[{ "kind": "offense" }, { "kind": "defense" }]""");
        using var shell = ConfigurationTests.NewShell().With("b.json", other);
        Check(shell, "2026-06-01", "--write-baseline", "one.json", "a.json", "b.json");
        shell.With("b.json", "\n\n" + other.Replace(""" { "kind": "defense" }]""", "]").Replace("""[{ "kind": "offense" },""", """[{ "kind": "defense" }, { "kind": "offense" }"""));
        Check(shell, "2026-06-01", "--write-baseline", "two.json", "b.json", "a.json");
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "two.json")), Is.EqualTo(File.ReadAllText(Path.Combine(shell.Folder, "one.json"))).And.Contain("offense"));
    }

    [Test]
    public void A_baseline_is_not_written_where_not_everything_was_checked()
    {
        using var shell = ConfigurationTests.NewShell().With("b.json", "{}");
        var ran = Check(shell, "2026-06-01", "--write-baseline", "known.json", "a.json", "b.json");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((2, "ruleengine: known.json is not written, since not everything could be checked.\n")));
        Assert.That(File.Exists(Path.Combine(shell.Folder, "known.json")), Is.False);
    }

    [TestCase("[]", "known.json:1:1: error CF012 A baseline is one JSON object.\n")]
    [TestCase("""{ "schemaVersion": 2, "findings": [] }""", "known.json:1:20: error CF012 1 was expected.\n")]
    [TestCase(null, "known.json: error CF012 There is no such file. --write-baseline writes one.\n")]
    public void A_baseline_that_cannot_be_read_is_exit_2(string? text, string expected)
    {
        using var shell = ConfigurationTests.NewShell();
        if (text is not null)
            shell.With("known.json", text);
        var ran = Check(shell, "2026-06-01", "--baseline", "known.json", "a.json");
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, expected)));
    }
}
