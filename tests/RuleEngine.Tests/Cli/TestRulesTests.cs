using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

/// <summary><c>new-rule</c> and <c>test-rules</c>: from no rule to one that is trusted.</summary>
public class TestRulesTests
{
    private const string Script = "rules/river/RV1-the-river-stays-open.csx";

    [Test]
    public void The_walk_from_a_new_rule_to_a_verdict_is_recorded()
    {
        using var shell = new Shell();
        var said = new List<string>();
        Walk("init", "--rules");
        Walk("new-rule", "RV1", "The river stays open", "--set", "river");
        Walk("test-rules", "rules");
        Edit(shell, "where provision.Is(Trade)", "where provision.Is(Trade) && provision.Exclusive != true");
        Walk("test-rules", "--mutate", "--only", "RV1");
        Edit(shell, "        Undetermined(\"Nothing", """"
                    Undetermined("Trade that shuts others out", """
                        {
                          "id": "exclusive", "title": "River arrangement",
                          "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
                          "articles": [{ "number": "1", "provisions": [{ "kind": "trade", "exclusive": true }] }]
                        }
                        """),
                    Undetermined("Nothing
            """");
        Walk("test-rules", "--accept", "--mutate");
        Walk("test-rules");
        shell.With("p.json", """{ "id": "p", "title": "P", "parties": [{ "id": "x", "name": "X" }], "articles": [{ "number": "1", "provisions": [{ "kind": "decoupling" }] }] }""");
        Walk("check", "p.json", "--rules", "rules");
        Walk("check", "p.json", "--rules", "rules", "--explain", "RV1");
        Walk("pack", "release");
        Walk("pack", "lock");
        Walk("pack", "verify");
        Walk("pack", "build", "--output", "my-rules.0.1.0.nupkg");
        shell.With("ruleengine.json", """{ "extends": "my-rules.0.1.0.nupkg" }""");
        Walk("check", "p.json", "--set", "river");
        Snapshot.Verify(string.Join("\n", said));

        void Walk(params string[] command)
        {
            var ran = shell.Run(command);
            said.Add($"$ ruleengine {string.Join(' ', command.Select(word => word.Contains(' ') ? $"\"{word}\"" : word))}\n{WithoutTimes(ran.Output)}{ran.Error}exit code {ran.Code}\n");
        }
    }

    [Test]
    public void What_fails_is_named_at_its_line()
    {
        using var shell = New();
        Edit(shell, "Violated(\"A clause that breaks it\"", "Upheld(\"A clause that breaks it\"");
        Edit(shell, "Findings = [Kept, Broken, Open]", "Findings = [Kept, Broken, Open, Never]");
        Edit(shell, "FindingKind Broken", "FindingKind Never => Concern(\"RV170\", \"never seen\");\nFindingKind Broken");
        Edit(shell, "\"kind\": \"energy\"", "\"kind\": \"enrgy\"");
        var ran = shell.Run("test-rules");
        Assert.That(ran.Code, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain("RP030").And.Contain("RP031").And.Contain("RP032").And.Contain("RP033"));
        Snapshot.Verify(WithoutTimes(ran.Output));
    }

    [Test]
    public void A_changed_page_is_shown_by_its_lines_until_it_is_accepted()
    {
        using var shell = New();
        shell.Run("test-rules", "--accept");
        Edit(shell, "makes decoupling an aim", "parts the parties");
        var ran = shell.Run("test-rules");
        Assert.That(ran.Code, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain("    - - violation RV101: Article 1 (decoupling) makes decoupling an aim.  \n    + - violation RV101: Article 1 (decoupling) parts the parties.  \n"));
        Assert.That(shell.Run("test-rules", "--accept").Code, Is.Zero);
        Assert.That(shell.Run("test-rules").Code, Is.Zero);
    }

    [Test]
    public void Every_format_says_the_same()
    {
        using var shell = New();
        Edit(shell, "Violated(\"A clause that breaks it\"", "Upheld(\"A clause that breaks it\"");
        var ran = shell.Run("test-rules", "--format", "text", "--format", "json=t.json", "--format", "junit=t.xml", "-f", "github=t.txt");
        Assert.That(ran.Code, Is.EqualTo(1));
        var json = JObject.Parse(File.ReadAllText(Path.Combine(shell.Folder, "t.json")));
        Assert.That(json.SelectTokens("$.rules[*].errors[*].id").Select(id => (string)id!), Is.EqualTo(new[] { "RP030", "RP033" }));
        Assert.That(json.SelectTokens("$.rules[0].examples[*].verdict").Select(verdict => (string)verdict!), Is.EqualTo(new[] { "upheld", "violated", "undetermined" }));
        var junit = XDocument.Load(Path.Combine(shell.Folder, "t.xml"));
        Assert.That(((string)junit.Root!.Attribute("tests")!, (string)junit.Root.Attribute("failures")!), Is.EqualTo(("5", "2")));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "t.txt")), Does.Contain($"::error file={Script},line=").And.EndsWith("1 rule tested: 0 pass, 1 fails.\n"));
    }

    [Test]
    public void A_dead_condition_is_found_unless_the_script_explains_it()
    {
        using var shell = New();
        shell.Run("test-rules", "--accept");
        Assert.That(shell.Run("test-rules", "--mutate").Code, Is.Zero, "All of a new rule is noticed.");
        Edit(shell, "where provision.Is(Decoupling)", "where provision.Is(Decoupling) && provision.Obligors.Any()");
        var ran = shell.Run("test-rules", "--mutate");
        Assert.That(ran.Code, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain($"RP034 {Script}:").And.Contain("All examples come to the same with `provision.Is(Decoupling) && provision.Obligors.Any()` as `(provision.Is(Decoupling))`."));
        Edit(shell, "provision.Obligors.Any()", "provision.Obligors.Any() // unnoticed: a clause has obligors always");
        var explained = shell.Run("test-rules", "--mutate");
        Assert.That(explained.Output, Does.Match(@"reads noticed, 0 not, \d+ explained"));
    }

    [Test]
    public void A_fact_that_is_read_for_nothing_is_found_by_changing_the_examples()
    {
        using var shell = New();
        shell.Run("test-rules", "--accept");
        Edit(shell, "where provision.Is(Decoupling)", "let exclusive = provision.Exclusive\n    where provision.Is(Decoupling)");
        var ran = shell.Run("test-rules", "--mutate", "--format", "text", "--format", "json=t.json");
        Assert.That(ran.Code, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Match($@"RP034 {Script}:\d+:31: Whatever `Exclusive` is here, all examples come to the same\.").And.Contain(", 1 not\n"));
        Assert.That((int)JObject.Parse(File.ReadAllText(Path.Combine(shell.Folder, "t.json"))).SelectToken("$.rules[0].readsNoticed")!, Is.GreaterThan(3));
        Edit(shell, "provision.Exclusive\n", "provision.Exclusive // unnoticed: a test plants it\n");
        Assert.That(shell.Run("test-rules", "--mutate").Output, Does.Contain("0 not, 1 explained"));
    }

    [Test]
    public void A_script_that_does_not_compile_is_exit_2_and_the_others_are_tested()
    {
        using var shell = New().With("rules/river/RV2-broken.csx", "return nothing;");
        shell.Run("test-rules", "--accept");
        var ran = shell.Run("test-rules");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Output, Does.Contain("RP001 rules/river/RV2-broken.csx:1:").And.Contain("RV1  passes").And.EndWith("1 rule tested: 1 passes. Not all could be loaded.\n"));
        Assert.That(shell.Run("test-rules", "--only", "RV1").Code, Is.Zero);
    }

    [TestCase("\"rv1\" is no id of a rule", "rv1", "Title")]
    [TestCase("RV1 is the id of rules/river/RV1-the-river-stays-open.csx already.", "RV1", "Title")]
    [TestCase("No rule of the pack has an id that begins with XY", "XY1", "Title")]
    [TestCase("\"../x\" is no folder of the pack", "XY1", "Title", "--set", "../x")]
    [TestCase("The title is one line", "RV2", "  ")]
    public void A_rule_that_cannot_be_is_refused(string message, params string[] arguments)
    {
        using var shell = New();
        var ran = shell.Run(["new-rule", .. arguments]);
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.StartWith("ruleengine: " + message));
    }

    [TestCase("There is no option \"--mutat\". Did you mean --mutate?", "--mutat")]
    [TestCase("There is no folder nowhere.", "nowhere")]
    [TestCase("There is no format \"xml\". Known here: github, json, junit, text.", "--format", "xml")]
    [TestCase("--format json= names no file after the =.", "--format", "json=")]
    [TestCase("Only one format goes to standard output: write --format junit=FILE.", "-f", "json", "-f", "junit")]
    [TestCase("The rule pack has no rule \"RV9\".", "--only", "RV9")]
    public void What_cannot_be_tested_is_refused(string message, params string[] arguments)
    {
        using var shell = New();
        var ran = shell.Run(["test-rules", .. arguments]);
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.StartWith("ruleengine: " + message));
    }

    [TestCase("test-rules")]
    [TestCase("new-rule", "RV2", "Title", "--set", "river")]
    public void A_faulty_configuration_is_not_passed_over(params string[] command)
    {
        using var shell = New().With("ruleengine.json", "{");
        var ran = shell.Run(command);
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.StartWith("ruleengine: ruleengine.json:1:2: CF001 "));
    }

    [TestCase("The \"Aa\" isn't \\ closed — déjà vu", "RV2-the-aa-isnt-closed-d-j-vu.csx")]
    [TestCase("港口", "RV2-rule.csx")]
    public void Any_title_makes_a_script_that_compiles(string title, string file)
    {
        using var shell = New();
        Assert.That(shell.Run("new-rule", "RV2", title).Output, Does.StartWith($"rules/river/{file} is written."));
        Assert.That(shell.Run("test-rules", "--only", "RV2", "--accept").Code, Is.Zero);
        Assert.That(shell.Run("rules", "--rules", "rules").Output, Does.Contain(title));
    }

    [Test]
    public void A_pack_without_a_rule_says_so_whatever_is_asked_for()
    {
        using var shell = new Shell().With("rules/river/notes.txt", "");
        foreach (var only in (string[][])[[], ["--only", "RV1"]])
        {
            var ran = shell.Run(["test-rules", .. only]);
            Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "RP010 rules: There is no rule in it: no .csx file in a subfolder.\n\n0 rules tested: 0 pass. Not all could be loaded.\n")));
        }
    }

    [Test]
    public void It_tests_again_after_a_save()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("There is no signal to end it with.");
        using var shell = New();
        shell.Run("new-rule", "RV2", "Another");
        shell.Run("test-rules", "--accept");
        using var process = ChildProcess.Start(PublishedProgram.Path, shell.Folder, [("RULEENGINE_CACHE", Path.Combine(shell.Folder, ".cache"))], "test-rules", "--watch", "--only", "RV1");
        Assert.That(Until(process.StandardOutput, "tested"), Does.Contain("1 passes"));
        var start = Stopwatch.GetTimestamp();
        Edit(shell, "makes decoupling an aim", "parts the parties");
        Assert.That(Until(process.StandardOutput, "tested"), Does.Contain("1 fails"));
        var file = Path.Combine(shell.Folder, Script);
        File.Move(file, file + ".kept");
        Assert.That(Until(process.StandardError, "RV1"), Does.Contain("The rule pack has no rule \"RV1\"."));
        File.Move(file + ".kept", file);
        Assert.That(Until(process.StandardOutput, "tested"), Does.Contain("1 fails"), "What was gone for a moment does not end the watch.");
        TestContext.Out.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms from the save to the result");
        Process.Start("kill", ["-INT", process.Id.ToString()]).WaitForExit();
        Assert.That(process.WaitForExit(10_000), Is.True);
        Assert.That(process.ExitCode, Is.EqualTo(1));

        static string? Until(StreamReader reader, string word)
        {
            while (reader.ReadLine() is { } line)
            {
                if (line.Contains(word))
                    return line;
            }

            return null;
        }
    }

    private static Shell New()
    {
        var shell = new Shell();
        Assert.That(shell.Run("new-rule", "RV1", "The river stays open", "--set", "river").Code, Is.Zero);
        return shell;
    }

    private static void Edit(Shell shell, string old, string @new)
    {
        var file = Path.Combine(shell.Folder, Script);
        var text = File.ReadAllText(file);
        Assert.That(text, Does.Contain(old));
        File.WriteAllText(file, text.Replace(old, @new));
    }

    private static string WithoutTimes(string text) => Regex.Replace(text, @"\d+ ms", "… ms");
}
