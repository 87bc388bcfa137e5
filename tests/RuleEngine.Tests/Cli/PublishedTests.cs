using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;
using RuleEngine.Cli;
using RuleEngine.Parsing;
using RuleEngine.Tests.Scripting.Metering;
using RuleEngine.Tests.Testing;
using static RuleEngine.Tests.Cli.ChildProcess;

namespace RuleEngine.Tests.Cli;

/// <summary>The program as users get it, in processes of its own.</summary>
public class PublishedTests
{
    /// <summary>What the runtime's fastest code tells no line of but the first of its method.</summary>
    private static readonly string[] WithoutLine = ["do { try { throw new Exception(); } catch { } } while (true);", "var d = new Dictionary<int, Wide>();"];

    private const string Proposal = "rules/examples/russia-iran-treaty-2025.json";

    private readonly TemporaryFolder _temporary = new();

    [OneTimeTearDown]
    public void Remove() => _temporary.Dispose();

    [Test]
    public void A_first_run_compiles_nothing_and_loads_little()
    {
        var cache = Path.Combine(_temporary.Path, "unused");
        var loaded = Path.Combine(_temporary.Path, "loaded.txt");
        var ran = Run(PublishedProgram.Path, Repository.Root,
            [("RULEENGINE_CACHE", cache), ("DOTNET_STARTUP_HOOKS", typeof(PublishedTests).Assembly.Location), (StartupHook.Variable, loaded)], "check", Proposal);
        Assert.That(ran.Code, Is.EqualTo(1), ran.Error);
        Assert.That(Directory.Exists(cache), Is.False);
        var lines = File.ReadAllLines(loaded);
        Assert.That(lines.Skip(1).Where(name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
            || name is "Mono.Cecil" or "Spectre.Console" or "System.CommandLine" or "Newtonsoft.Json" or "System.Text.Json" or "System.Text.RegularExpressions" or "System.Console"), Is.Empty);
        Assert.That(lines, Has.Some.EqualTo("rule-FA2"), "the hook sees the program's assemblies");
        Assert.That(int.Parse(lines[0], System.Globalization.CultureInfo.InvariantCulture), Is.LessThanOrEqualTo(16));
    }

    [Test]
    public void The_published_program_says_what_this_one_says()
    {
        using var shell = new Shell().With("a.json", File.ReadAllText(Repository.PathOf(Proposal)));
        foreach (var format in new[] { "text", "json", "jsonl", "concise", "markdown" })
            Assert.That(Run(PublishedProgram.Path, shell.Folder, [], "check", "a.json", "--format", format).Output, Is.EqualTo(shell.Run("check", "a.json", "--format", format).Output));
    }

    // A batch soon runs the runtime's fastest code; here it is made at once of whatever has a loop.
    [Test]
    public void Fast_code_runs_out_of_its_budget_at_the_same_line()
    {
        using var pack = new InventedPack();
        var texts = new Dictionary<string, string[]>();
        foreach (var (index, (_, statements, members)) in BudgetTests.Scripts.Index())
        {
            if (WithoutLine.Any(statements.StartsWith))
                continue;
            var id = $"{(char)('A' + (index / 26))}{(char)('A' + (index % 26))}1";
            var text = Hostile.Script(statements, members).Replace("IV180", id + "80", StringComparison.Ordinal);
            pack.Add($"set/{id}-hostile.csx", text);
            texts.Add(id, text.Split('\n'));
        }

        using var shell = new Shell().With("a.json", BudgetTests.Proposal);
        var ran = Run(PublishedProgram.Path, shell.Folder, [("DOTNET_TC_QuickJitForLoops", "0")], "check", "a.json", "--rules", pack.Folder, "--no-cache", "--format", "concise");
        var said = Regex.Matches(ran.Output, @"error (\w+1) is not decided: \S+?\.csx:(\d+):").ToDictionary(match => match.Groups[1].Value, match => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        Assert.That(said.Keys, Is.EquivalentTo(texts.Keys), ran.Error);
        Assert.That(texts.Keys.Where(id => !texts[id][said[id] - 1].Contains("//!", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Who_watches_is_shown_colours_and_lines_that_fit()
    {
        if (!File.Exists("/usr/bin/script"))
            Assert.Ignore("There is no script(1), which runs a program on a terminal.");
        using var shell = new Shell().With("a.json", File.ReadAllText(Repository.PathOf(Proposal)));
        const char Escape = '\u001b';
        var check = $"'{PublishedProgram.Path}' check a.json";
        var watched = Run("script", shell.Folder, [("TERM", "xterm")], "-qec", $"stty cols 60; env -u NO_COLOR {check}", "/dev/null").Output;
        Assert.That(watched, Does.Contain($"{Escape}[2ma.json"));
        var plain = Run("script", shell.Folder, [("TERM", "xterm"), ("NO_COLOR", "1")], "-qec", $"stty cols 60; {check}", "/dev/null").Output;
        Assert.That(plain, Does.Contain("\na.json").And.Not.Contain($"{Escape}[2m"));
        Assert.That(plain.Split('\n').Skip(1).Max(line => line.TrimEnd('\r').Length), Is.LessThanOrEqualTo(60));
        var piped = Run(PublishedProgram.Path, shell.Folder, [], "check", "a.json").Output;
        Assert.That(piped, Does.Not.Contain(Escape));
        Assert.That(piped.Split('\n').Max(line => line.Length), Is.GreaterThan(60));
    }

    [Test]
    public void What_makes_a_start_ready_is_a_whole_proposal() =>
        Assert.That(ProposalFile.Read("sample.json", Readiness.Sample.ToArray()), Has.Property(nameof(ProposalFile.Faults)).Empty.And.Property(nameof(ProposalFile.Arrangement)).Not.Null);

    [Test]
    public void Progress_is_shown_to_who_watches_and_to_nobody_else()
    {
        if (!File.Exists("/usr/bin/script"))
            Assert.Ignore("There is no script(1), which runs a program on a terminal.");
        using var shell = new Shell().With("corpus.ndjson", BatchTests.Corpus(3000));
        var watched = Run("script", shell.Folder, [("TERM", "xterm")], "-qec", $"'{PublishedProgram.Path}' batch corpus.ndjson -o results.jsonl", "/dev/null").Output;
        Assert.That(watched, Does.Contain(" violated, ").And.Contain("/s").And.Contain("%").And.Contain("3000 proposals checked: "));
        var piped = Run("script", shell.Folder, [("TERM", "xterm")], "-qec", $"cat corpus.ndjson | '{PublishedProgram.Path}' batch - -o results.jsonl", "/dev/null").Output;
        Assert.That(piped, Does.Contain("3000 proposals checked: "));
        Assert.That(Run(PublishedProgram.Path, shell.Folder, [], "batch", "corpus.ndjson", "-o", "results.jsonl"), Is.EqualTo(new Ran(1, "", "")));
    }

    [Test]
    public void Ten_processes_at_once_on_an_empty_cache_all_succeed_and_leave_one_valid_cache()
    {
        var cache = Path.Combine(_temporary.Path, "shared");
        var pack = OwnPack();
        var runs = Enumerable.Range(0, 10).Select(_ => Start(PublishedProgram.Path, Repository.Root, [("RULEENGINE_CACHE", cache)], "check", Proposal, "--rules", pack)).ToList();
        var results = runs.ConvertAll(Finish);
        Assert.That(results.Select(result => result.Error), Is.All.Empty);
        Assert.That(results.Select(result => result.Output).Distinct().Count(), Is.EqualTo(1));
        Assert.That(results.Select(result => result.Code), Is.All.EqualTo(1));
        var entries = Entries(cache);
        Assert.That(entries, Has.Length.EqualTo(Shipped.Pack.Principles.Count));
        var loaded = Path.Combine(_temporary.Path, "loaded-again.txt");
        var again = Run(PublishedProgram.Path, Repository.Root,
            [("RULEENGINE_CACHE", cache), ("DOTNET_STARTUP_HOOKS", typeof(PublishedTests).Assembly.Location), (StartupHook.Variable, loaded)],
            "check", Proposal, "--rules", pack);
        Assert.That(again.Output, Is.EqualTo(results[0].Output));
        Assert.That(File.ReadAllText(loaded), Does.Not.Contain("Microsoft.CodeAnalysis"));

        // Rules of one's own have machine code as the shipped ones have: without it the runtime compiles some 600 methods here.
        Assert.That(int.Parse(File.ReadLines(loaded).First(), System.Globalization.CultureInfo.InvariantCulture), Is.LessThanOrEqualTo(16));
        Assert.That(Entries(cache), Is.EqualTo(entries));
    }

    [Test]
    public void The_cache_can_be_switched_off_and_goes_where_the_platform_keeps_caches()
    {
        var pack = OwnPack();
        var home = Path.Combine(_temporary.Path, "home");
        (string, string)[] environment = [("HOME", home), ("XDG_CACHE_HOME", ""), ("RULEENGINE_CACHE", "")];
        Assert.That(Run(PublishedProgram.Path, Repository.Root, environment, "check", Proposal, "--rules", pack, "--no-cache").Code, Is.EqualTo(1));
        Assert.That(Directory.Exists(home), Is.False);
        if (!OperatingSystem.IsLinux())
            return;
        Directory.CreateDirectory(home);
        Run(PublishedProgram.Path, Repository.Root, environment, "check", Proposal, "--rules", pack);
        Assert.That(Directory.GetFiles(Path.Combine(home, ".cache", "ruleengine", "rules")), Has.Length.EqualTo(Shipped.Pack.Principles.Count));
        Run(PublishedProgram.Path, Repository.Root, [("HOME", home), ("XDG_CACHE_HOME", Path.Combine(home, "xdg")), ("RULEENGINE_CACHE", "")], "check", Proposal, "--rules", pack);
        Assert.That(Directory.GetFiles(Path.Combine(home, "xdg", "ruleengine", "rules")), Has.Length.EqualTo(Shipped.Pack.Principles.Count));
    }

    [Test]
    public void A_cache_that_cannot_be_written_is_done_without()
    {
        var ran = Run(PublishedProgram.Path, Repository.Root, [("RULEENGINE_CACHE", "/proc/nowhere")], "check", Proposal, "--rules", OwnPack());
        Assert.That((ran.Code, ran.Error), Is.EqualTo((1, "")));
        if (!File.Exists("/dev/full"))
            return;
        ran = Run(PublishedProgram.Path, Repository.Root, [("HOME", "/nonexistent"), ("XDG_CACHE_HOME", ""), ("RULEENGINE_CACHE", "")], "check", Proposal, "--rules", OwnPack());
        Assert.That((ran.Code, ran.Error), Is.EqualTo((1, "")));
    }

    [Test]
    public void A_reader_that_has_seen_enough_is_no_failure()
    {
        using var process = Start(PublishedProgram.Path, Repository.Root, [], "check", "rules/examples", "--verbose");
        Assert.That(process.StandardOutput.ReadLine(), Is.Not.Empty);
        process.StandardOutput.Close();
        Assert.That(process.StandardError.ReadToEnd(), Is.Empty);
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public void Runs_that_write_into_one_file_do_not_write_over_each_other()
    {
        var together = Path.Combine(_temporary.Path, "together.txt");
        using (var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"(echo first; '{PublishedProgram.Path}' explain CF031; '{PublishedProgram.Path}' explain nothing 2>&1; echo last) > '{together}'"]))!)
            shell.WaitForExit();
        Assert.That(File.ReadAllText(together), Does.StartWith("first\n# CF031: ").And.Contain("by its owner.\nruleengine: Nothing is called nothing.").And.EndWith("\nlast\n"));
    }

    [Test]
    public void The_plain_hook_stops_a_commit_that_violates_and_lets_one_pass_that_does_not()
    {
        using var shell = new Shell().With("drafts/a b.json", File.ReadAllText(Repository.PathOf(Proposal)));
        GitRepository.Git(shell.Folder, "init", "-q");
        Assert.That(Run(PublishedProgram.Path, shell.Folder, [], "hook", "install").Code, Is.Zero);
        GitRepository.Git(shell.Folder, "add", ".");
        string[] commit = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "Draft"];
        var stopped = Run("git", shell.Folder, [], commit);
        Assert.That(stopped.Code, Is.EqualTo(1));
        Assert.That(stopped.Output + stopped.Error, Does.Contain("violation EF1").And.Contain("--> drafts/a b.json:"));
        shell.With("drafts/a b.json", """{ "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }] }""");
        Assert.That(Run("git", shell.Folder, [], commit).Code, Is.EqualTo(1), "What is staged is still the other text.");
        GitRepository.Git(shell.Folder, "add", ".");
        Assert.That(Run("git", shell.Folder, [], commit).Code, Is.Zero);
    }

    private static string[] Entries(string cache) =>
        [.. Directory.GetFiles(Path.Combine(cache, "rules")).Select(file => $"{Path.GetFileName(file)} {new FileInfo(file).Length} {File.GetLastWriteTimeUtc(file).Ticks}").Order(StringComparer.Ordinal)];

    /// <summary>The shipped scripts with a remark of one's own, so that nothing of them is compiled yet.</summary>
    private string OwnPack()
    {
        var pack = Path.Combine(_temporary.Path, "own");
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("rules"), "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Repository.PathOf("rules"), file);
            if (relative.EndsWith(".csx", StringComparison.Ordinal) || relative == "institutions.json")
                _temporary.Write(Path.Combine("own", relative), File.ReadAllText(file) + (relative.EndsWith(".csx", StringComparison.Ordinal) ? "// mine\n" : ""));
        }

        return pack;
    }
}
