using System.Runtime.Versioning;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

/// <summary><c>ruleengine.json</c> as a user meets it.</summary>
public class ConfigurationTests
{
    internal const string Violated = """
        { "id": "violated", "title": "Violated", "parties": [{ "id": "x", "name": "X" }], "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }] }
        """;

    private const string Undetermined = """{ "id": "undetermined", "title": "Undetermined", "parties": [{ "id": "x", "name": "X" }] }""";

    private const string Finding = "a.json:1:128: error IV101 A pledge.\n";

    /// <summary>A pack of one rule and a file that violates it.</summary>
    internal static Shell NewShell() => new Shell().With(".pack/set/IV1-pledge.csx", InventedPack.Script("""
        foreach (var pledge in arrangement.Provisions.Where(provision => provision.IsPledge))
            yield return pledge.Report(Wrong, "A pledge.");
        if (arrangement.IsFullText)
            yield return arrangement.Report(Right, "Full.");
        """)).With("a.json", Violated);

    private static Ran Check(Shell shell, params string[] arguments) => shell.Run(["check", "--rules", ".pack", "--format", "concise", .. arguments]).Findings;

    [TestCase("CF001", "1:3", "{ severity: {} }")]
    [TestCase("CF001", "1:17", """{ "severity": {}, }""")]
    [TestCase("CF002", "1:3", """{ "severities": {} }""")]
    [TestCase("CF003", "1:15", """{ "severity": [] }""")]
    [TestCase("CF003", "1:24", """{ "severity": { "IV1": "loud" } }""")]
    [TestCase("CF003", "1:14", """{ "include": [] }""")]
    [TestCase("CF003", "1:16", """{ "rulesHash": "abc" }""")]
    [TestCase("CF003", "1:15", """{ "waivers": [{ "id": "IV101", "path": "a.json", "address": "", "owner": "Anna", "expires": "2027-01-31" }] }""")]
    [TestCase("CF004", "1:110", """{ "waivers": [{ "id": "IV101", "path": "a.json", "address": "", "reason": "why", "owner": "Anna", "expires": "2027-02-31" }] }""")]
    [TestCase("CF004", "1:110", """{ "waivers": [{ "id": "IV101", "path": "a.json", "address": "", "reason": "why", "owner": "Anna", "expires": "31.1.2027" }] }""")]
    [TestCase("CF005", "1:15", """{ "exclude": ["drafts/{a,b}.json"] }""")]
    [TestCase("CF005", "1:15", """{ "exclude": ["/drafts"] }""")]
    [TestCase("CF005", "1:15", """{ "exclude": ["../a.json"] }""")]
    [TestCase("CF005", "1:15", """{ "exclude": ["a**"] }""")]
    [TestCase("CF006", "1:26", """{ "severity": { "IV102": "info" } }""")]
    [TestCase("CF006", "1:24", """{ "severity": { "IV9": "info" } }""")]
    [TestCase("CF006", "1:23", """{ "waivers": [{ "id": "IV1", "path": "a.json", "address": "", "reason": "why", "owner": "Anna", "expires": "2027-01-31" }] }""")]
    [TestCase("CF007", "1:26", """{ "severity": { "IV101": "none" } }""")]
    [TestCase("CF007", "1:59", """{ "overrides": [{ "paths": ["**"], "severity": { "IV150": "none" } }] }""")]
    [TestCase("CF008", "1:14", """{ "extends": "ruleengine.json" }""")]
    [TestCase("CF009", "1:14", """{ "extends": "nowhere.json" }""")]
    [TestCase("CF010", "1:16", """{ "rulesHash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" }""")]
    [TestCase("CF013", "1:12", """{ "rules": "nowhere" }""")]
    [TestCase("CF009", "1:14", """{ "extends": ".pack" }""")]
    [TestCase("CF003", "1:14", """{ "extends": "a\u0000b" }""")]
    [TestCase("CF011", "1:23", """{ "waivers": [{ "id": "IV180", "path": "a.json", "address": "", "reason": "why", "owner": "Anna", "expires": "2027-01-31" }] }""")]
    public void What_is_wrong_is_an_error_at_its_place(string id, string place, string configuration)
    {
        using var shell = NewShell().With("ruleengine.json", configuration);
        var ran = Check(shell, "a.json");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Output, Does.Contain($"ruleengine.json:{place}: error {id} "));
    }

    [Test]
    public void Where_the_configuration_is_faulty_nothing_is_checked_by_half_of_it()
    {
        using var shell = NewShell().With("ruleengine.json", """{ "rules": 3 }""");
        Assert.That(Check(shell, "a.json").Output, Is.EqualTo("ruleengine.json:1:12: error CF003 Expected text, found a number.\n"));
    }

    [Test]
    public void Of_a_rule_that_cannot_be_loaded_no_id_is_unknown()
    {
        using var shell = NewShell().With(".pack/set/IV2-broken.csx", "return").With("ruleengine.json", """{ "severity": { "IV201": "info" } }""");
        Assert.That(Check(shell, "a.json").Output, Does.Not.Contain("CF006"));
    }

    [Test]
    public void Severity_says_how_loud_and_what_fails_the_run()
    {
        using var shell = NewShell().With("ruleengine.json", """{ "severity": { "set": "warning" } }""");
        var ran = Check(shell, "a.json");
        Assert.That((ran.Code, ran.Output), Is.EqualTo((0, "a.json:1:128: warning IV101 A pledge.\n")));
    }

    [Test]
    public void The_nearest_configuration_upward_from_the_proposal_says_how_loud_its_findings_are()
    {
        using var shell = NewShell().With("ruleengine.json", """{ "severity": { "IV1": "warning" } }""")
            .With("inner/ruleengine.json", """{ "severity": { "IV1": "info" } }""").With("inner/deep/b.json", Violated).With("outer/c.json", Violated);
        Assert.That(Check(shell, "inner/deep/b.json", "outer/c.json").Output, Is.EqualTo("inner/deep/b.json:1:128: info IV101 A pledge.\nouter/c.json:1:128: warning IV101 A pledge.\n"));
    }

    [Test]
    public void Extends_merges_severities_appends_overrides_and_replaces_the_rest()
    {
        using var shell = NewShell()
            .With("base/base.json", """{ "severity": { "IV1": "info", "IV150": "info" }, "failOn": "undetermined", "overrides": [{ "paths": ["b.json"], "severity": { "IV101": "warning" } }] }""")
            .With("ruleengine.json", """{ "extends": "base/base.json", "severity": { "IV1": "error" }, "overrides": [{ "paths": ["c.json"], "severity": { "IV101": "info" } }] }""")
            .With("base/b.json", Violated).With("c.json", Violated).With("d.json", Undetermined);
        var ran = Check(shell, "a.json", "base/b.json", "c.json", "d.json");
        Assert.That(ran.Output, Is.EqualTo("""
            a.json:1:128: error IV101 A pledge.
            base/b.json:1:128: warning IV101 A pledge.
            c.json:1:128: info IV101 A pledge.
            d.json:1:1: error IV169 The arrangement says nothing that decides this principle.

            """.ReplaceLineEndings("\n")));
        Assert.That(Check(shell, "d.json").Code, Is.EqualTo(3));
        shell.With("ruleengine.json", """{ "extends": "base/base.json", "failOn": "violated" }""");
        Assert.That(Check(shell, "d.json").Code, Is.Zero);
    }

    [Test]
    public void What_is_said_of_a_finding_goes_before_what_is_said_of_its_set_wherever_it_is_said()
    {
        using var shell = NewShell().With("base.json", """{ "severity": { "IV101": "info" } }""").With("ruleengine.json", """{ "extends": "base.json", "severity": { "set": "error" } }""");
        Assert.That(Check(shell, "a.json").Output, Is.EqualTo("a.json:1:128: info IV101 A pledge.\n"));
    }

    [Test]
    public void A_fault_on_the_screen_moves_no_cursor()
    {
        using var shell = NewShell().With("ruleengine.json", """{ "\u001b[31mX": 1 }""");
        foreach (var arguments in (string[][])[["rules"], ["check", "--show-config", "a.json"], ["waive", "a.json", "IV101", "--reason", "r", "--owner", "o", "--expires", "2999-01-01"]])
            Assert.That(shell.Run(arguments) is (2, "", var error) ? error : "", Does.Contain(@"""\u001B[31mX"" is not known here.").And.Not.Contain("\u001b"));
    }

    [Test]
    public void A_name_that_starts_with_an_at_sign_is_a_name()
    {
        using var shell = NewShell().With("@a.json", Violated);
        Assert.That(Check(shell, "@a.json").Output, Is.EqualTo("@" + Finding));
    }

    [Test]
    public void An_empty_path_is_exit_2()
    {
        using var shell = NewShell();
        Assert.That(Check(shell, "") is (2, "", var error) ? error : "", Is.EqualTo("ruleengine: A path is empty.\n"));
    }

    [Test]
    public void Another_pack_than_the_pinned_one_decides_no_diff_and_no_waiver()
    {
        using var shell = NewShell().With("ruleengine.json", """{ "rules": ".pack", "rulesHash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" }""");
        foreach (var arguments in (string[][])[["diff", "a.json", "a.json"], ["waive", "a.json", "IV101", "--reason", "r", "--owner", "o", "--expires", "2999-01-01"]])
            Assert.That(shell.Run(arguments) is (2, "", var error) ? error : "", Does.StartWith("ruleengine: ruleengine.json:1:34: CF010 "));
    }

    [Test]
    public void A_ring_of_links_holds_nobody_up()
    {
        using var shell = NewShell().With("ruleengine.json", """{ "waivers": [{ "id": "IV101", "path": "**/gone.json", "address": "", "reason": "r", "owner": "o", "expires": "2999-01-01" }] }""");
        Directory.CreateSymbolicLink(Path.Combine(shell.Folder, "one"), shell.Folder);
        Directory.CreateSymbolicLink(Path.Combine(shell.Folder, "two"), shell.Folder);
        Assert.That(Check(shell, "a.json").Output, Does.Contain("info CF033 The waiver of IV101 is about **/gone.json, and no such file is there."));
    }

    [TestCase("a.json", "a.json is to be checked: a report cannot be written over it.")]
    [TestCase("./known.json", "known.json is the baseline: a report cannot be written over it.")]
    [TestCase(".", "cannot be written: it is a folder.")]
    public void A_report_is_written_over_nothing_that_the_run_needs(string target, string error)
    {
        using var shell = NewShell();
        Check(shell, "--write-baseline", "known.json", "a.json");
        Assert.That(Check(shell, "--baseline", "known.json", "--format", $"json={target}", "a.json") is (2, "", var said) ? said : "", Does.EndWith(error + "\n"));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "a.json")), Is.EqualTo(Violated));
    }

    [Test]
    public void A_report_that_fails_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var old = folder.Write("old.json", "old");
        foreach (var path in new[] { old, Path.Combine(folder.Path, "new.json") })
            Assert.That(() => RuleEngine.Cli.ReportOutput.WriteFile(path, _ => throw new IOException()), Throws.InstanceOf<IOException>());
        Assert.That(Directory.GetFiles(folder.Path), Is.EqualTo(new[] { old }));
        Assert.That(File.ReadAllText(old), Is.EqualTo("old"));
    }

    [Test]
    public void Two_reports_do_not_go_to_one_file_by_two_names()
    {
        using var shell = NewShell();
        Assert.That(Check(shell, "--format", "json=o", "--format", "csv=./o", "a.json").Code, Is.EqualTo(2));
    }

    [Test, UnsupportedOSPlatform("windows")]
    public void A_file_that_is_written_over_stays_what_it_is()
    {
        using var shell = NewShell().With("target.json", "old");
        var target = Path.Combine(shell.Folder, "target.json");
        File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(Path.Combine(shell.Folder, "link.json"), "target.json");
        Check(shell, "--format", "json=link.json", "a.json");
        Assert.That(new FileInfo(Path.Combine(shell.Folder, "link.json")).LinkTarget, Is.EqualTo("target.json"));
        Assert.That(File.ReadAllText(target), Does.StartWith("{").And.EndsWith("}\n"));
        Assert.That(File.GetUnixFileMode(target), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That(Directory.GetFiles(shell.Folder, "*.part"), Is.Empty);
    }

    [Test]
    public void A_ring_of_extends_is_shown()
    {
        using var shell = NewShell().With("ruleengine.json", """{ "extends": "b.json" }""").With("b.json", """{ "extends": "ruleengine.json" }""");
        Assert.That(Check(shell, "a.json").Output, Is.EqualTo("b.json:1:14: error CF008 ruleengine.json extends b.json extends ruleengine.json, and so on without end.\n"));
    }

    [Test]
    public void Rules_names_the_pack_and_the_command_line_another()
    {
        using var shell = NewShell().With("ruleengine.json", """{ "rules": ".pack" }""");
        Assert.That(shell.Run("check", "a.json", "--format", "concise").Findings.Output, Is.EqualTo(Finding));
        Assert.That(shell.Run("rules").Output, Does.StartWith("IV1 "));
        Assert.That(shell.Run("explain", "IV101").Output, Does.StartWith("# IV101 (violation): wrong"));
        shell.With("deep/empty.txt", "");
        Assert.That(Check(shell, "--rules", "nowhere", "a.json").Code, Is.EqualTo(2));
    }

    [Test]
    public void The_hash_that_json_prints_pins_the_pack()
    {
        using var shell = NewShell();
        var hash = (string)JObject.Parse(shell.Run("check", "--rules", ".pack", "--format", "json", "a.json").Output)["tool"]!["rules"]!;
        shell.With("ruleengine.json", $$"""{ "rules": ".pack", "rulesHash": "{{hash}}" }""");
        Assert.That(Check(shell, "a.json").Output, Is.EqualTo(Finding));
        shell.With(".pack/set/IV2-more.csx", InventedPack.Script("").Replace("IV1", "IV2"));
        Assert.That(Check(shell, "a.json").Output, Does.Contain($"ruleengine.json:1:34: error CF010 The rule pack .pack has the hash "));
    }

    [TestCase("""{ "exclude": ["drafts/**"] }""", "a.json", "b/c.json")]
    [TestCase("""{ "include": ["drafts/**", "b/*.json"] }""", "b/c.json", "drafts/d.json")]
    [TestCase("""{ "include": ["**/*.json"], "exclude": ["a.json", "b"] }""", "b/c.json", "drafts/d.json")]
    [TestCase("""{ "exclude": ["b/"] }""", "a.json", "drafts/d.json")]
    public void Include_and_exclude_choose_the_files_of_folders(string configuration, params string[] expected)
    {
        using var shell = NewShell().With("ruleengine.json", configuration).With("b/c.json", Violated).With("drafts/d.json", Violated);
        Assert.That(Check(shell, ".").Output.Split('\n')[..^1].Select(line => line.Split(':')[0]), Is.EqualTo(expected));
        Assert.That(Check(shell, "a.json").Output, Is.EqualTo(Finding), "A file that is named is always checked.");
    }

    [Test]
    public void Fail_on_of_the_command_line_goes_before_that_of_the_configuration()
    {
        using var shell = NewShell().With("ruleengine.json", """{ "failOn": "undetermined" }""").With("c.json", Undetermined);
        Assert.That(Check(shell, "c.json").Code, Is.EqualTo(3));
        Assert.That(Check(shell, "--fail-on", "violated", "c.json").Code, Is.Zero);
    }

    [Test]
    public void Show_config_prints_what_applies_and_from_where()
    {
        using var shell = NewShell().With("drafts/a.json", Violated)
            .With("base.json", """{ "severity": { "IV1": "info", "IV150": "info", "set": "none" }, "failOn": "undetermined", "exclude": ["x", "y/**"] }""")
            .With("ruleengine.json", """
                { "extends": "base.json", "rules": ".pack", "severity": { "IV1": "warning" },
                  "overrides": [{ "paths": ["drafts/**"], "severity": { "IV101": "error" } }, { "paths": ["b/**"], "severity": { "IV101": "info" } }],
                  "waivers": [
                    { "id": "IV101", "path": "drafts/*.json", "address": "", "reason": "why\u001b[31m", "owner": "Anna", "expires": "2027-01-31" },
                    { "id": "IV150", "path": "drafts/a.json", "address": "/x", "reason": "so", "owner": "Berta", "expires": "2026-01-31" },
                    { "id": "IV150", "path": "b.json", "address": "/x", "reason": "so", "owner": "Berta", "expires": "2026-01-31" }] }
                """);
        var ran = shell.Run("check", "--show-config", "drafts/a.json", "--today", "2026-06-01");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((0, "")));
        Snapshot.Verify(string.Join('\n', ran.Output.Split('\n').Select(line => line.TrimEnd())));
    }

    [Test]
    public void Show_config_of_no_file_is_exit_2()
    {
        using var shell = NewShell();
        Assert.That(shell.Run("check", "--show-config", "drafts") is (2, "", var error) ? error : "", Is.EqualTo("ruleengine: drafts: there is no such file.\n"));
    }

    [Test]
    public void A_report_into_no_folder_is_exit_2()
    {
        using var shell = NewShell();
        Assert.That(Check(shell, "a.json", "--format", "html=out/a.html").Error, Does.EndWith($"cannot be written: there is no folder {Path.Combine(shell.Folder, "out")}.\n"));
    }

    [Test]
    public void A_malformed_day_is_refused()
    {
        using var shell = NewShell();
        var ran = Check(shell, "--today", "2026-02-30", "a.json");
        Assert.That((ran.Code, ran.Error.Split('\n')[0]), Is.EqualTo((2, "ruleengine: --today 2026-02-30: no calendar has such a day. A day is written year-month-day, as in 2027-01-31.")));
    }
}
