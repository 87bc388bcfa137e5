using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

/// <summary>What hooks ask: <c>check --staged</c> and <c>check --only-proposals</c>.</summary>
public class StagedTests
{
    private const string Bad = ConfigurationTests.Violated;

    private static readonly string Good = Bad.Replace("defense", "trade");

    private const string Said = ":1:128: error IV101 A pledge.\n";

    private const string None = "ruleengine: None of the staged files is a proposal.\n";

    private static Shell NewRepository()
    {
        var shell = ConfigurationTests.NewShell();
        File.Delete(Path.Combine(shell.Folder, "a.json"));
        Git(shell, "init", "-q");
        return shell;
    }

    private static void Git(Shell shell, params string[] arguments) => GitRepository.Git(shell.Folder, arguments);

    private static Ran Staged(Shell shell, params string[] arguments)
    {
        var ran = shell.Run(["check", "--rules", ".pack", "--format", "concise", "--staged", .. arguments]).Findings;
        return ran with { Output = ran.Output.Replace(": warning IV169 The arrangement says nothing that decides this principle.", ": open") };
    }

    [Test]
    public void The_staged_half_is_judged_where_the_working_tree_is_good_and_the_index_bad()
    {
        using var shell = NewRepository().With("a.json", Bad);
        Git(shell, "add", "a.json");
        shell.With("a.json", Good);
        Assert.That(Staged(shell), Is.EqualTo(new Ran(1, "a.json" + Said, "")));
    }

    [Test]
    public void The_staged_half_is_judged_where_the_working_tree_is_bad_and_the_index_good()
    {
        using var shell = NewRepository().With("a.json", Good);
        Git(shell, "add", "a.json");
        shell.With("a.json", Bad);
        Assert.That(Staged(shell), Is.EqualTo(new Ran(0, "a.json:1:1: open\n", "")));
    }

    [Test]
    public void Only_what_the_commit_changes_is_judged()
    {
        using var shell = NewRepository().With("a.json", Bad).With("b.json", Bad);
        Git(shell, "add", "a.json", "b.json");
        Git(shell, "commit", "-q", "-m", "Both");
        Assert.That(Staged(shell), Is.EqualTo(new Ran(0, "", None)));
        shell.With("b.json", Bad + "\n");
        Git(shell, "add", "b.json");
        Assert.That(Staged(shell), Is.EqualTo(new Ran(1, "b.json" + Said, "")));
    }

    [Test]
    public void Renamed_files_have_their_new_name_and_deleted_ones_none()
    {
        using var shell = NewRepository().With("a.json", Bad).With("b.json", Bad + " ");
        Git(shell, "add", "a.json", "b.json");
        Git(shell, "commit", "-q", "-m", "Both");
        Git(shell, "mv", "a.json", "c.json");
        Git(shell, "rm", "-q", "b.json");
        Assert.That(Staged(shell), Is.EqualTo(new Ran(1, "c.json" + Said, "")));
    }

    [Test]
    public void Names_with_spaces_quotes_and_other_scripts_are_names()
    {
        using var shell = NewRepository().With("drafts/a \"b\" 港口.json", Bad).With("drafts/tab\there.json", Bad);
        Git(shell, "add", ".");
        Assert.That(Staged(shell).Output, Is.EqualTo($"drafts/a \"b\" 港口.json{Said}drafts/tab here.json{Said}"));
    }

    [Test]
    public void From_a_folder_below_all_is_judged_unless_paths_are_named()
    {
        using var shell = NewRepository().With("a.json", Bad).With("below/b.json", Bad).With("below/c.json", Bad);
        Git(shell, "add", ".");
        using var below = new Shell(Path.Combine(shell.Folder, "below"));
        string[] check = ["check", "--rules", "../.pack", "--format", "concise", "--staged"];
        Assert.That(below.Run(check).Findings.Output, Is.EqualTo($"../a.json{Said}b.json{Said}c.json{Said}"));
        Assert.That(below.Run([.. check, "b.json"]).Findings.Output, Is.EqualTo($"b.json{Said}"));
        Assert.That(below.Run([.. check, "."]).Findings.Output, Is.EqualTo($"b.json{Said}c.json{Said}"));
    }

    [Test]
    public void Submodules_and_links_are_no_files()
    {
        using var module = new Shell().With("m.json", Bad);
        Git(module, "init", "-q");
        Git(module, "add", ".");
        Git(module, "commit", "-q", "-m", "Module");
        using var shell = NewRepository().With("a.json", Bad);
        Git(shell, "submodule", "--quiet", "add", module.Folder, "module.json");
        File.CreateSymbolicLink(Path.Combine(shell.Folder, "link.json"), "a.json");
        Git(shell, "add", "link.json", "a.json");
        Assert.That(Staged(shell), Is.EqualTo(new Ran(1, "a.json" + Said, "")));
    }

    [Test]
    public void A_second_working_tree_has_an_index_of_its_own()
    {
        using var shell = NewRepository().With("a.json", Good);
        Git(shell, "add", "a.json", ".pack");
        Git(shell, "commit", "-q", "-m", "Good");
        using var other = new TemporaryFolder();
        var tree = Path.Combine(other.Path, "tree");
        Git(shell, "worktree", "add", "-q", tree);
        File.WriteAllText(Path.Combine(tree, "a.json"), Bad);
        GitRepository.Git(tree, "add", "a.json");
        using var second = new Shell(tree);
        Assert.That(second.Run("check", "--rules", ".pack", "--format", "concise", "--staged").Findings.Output, Is.EqualTo("a.json" + Said));
        Assert.That(Staged(shell), Is.EqualTo(new Ran(0, "", None)));
    }

    [Test]
    public void What_is_staged_only_as_an_intention_is_not_judged()
    {
        using var shell = NewRepository().With("a.json", Bad);
        Git(shell, "add", "--intent-to-add", "a.json");
        Assert.That(Staged(shell), Is.EqualTo(new Ran(0, "", None)));
    }

    [Test]
    public void Other_JSON_and_what_the_configuration_leaves_out_pass()
    {
        using var shell = NewRepository().With("package.json", "{}").With("old/a.json", Bad).With("ruleengine.json", """{ "exclude": ["old/**"] }""").With("readme.md", "");
        Git(shell, "add", ".");
        Assert.That(Staged(shell), Is.EqualTo(new Ran(0, "", None)));
    }

    [Test]
    public void A_syntax_error_is_one_only_where_the_beginning_shows_a_proposal()
    {
        using var shell = NewRepository().With("config.json", "{ // ours\n \"indent\": 2 }").With("a.json", "{ \"parties\": [], }");
        Git(shell, "add", "config.json");
        var passed = Staged(shell);
        Assert.That((passed.Code, passed.Output), Is.EqualTo((0, "")));
        Assert.That(passed.Error, Does.StartWith("ruleengine: config.json is no JSON and, as far as it can be read, no proposal: it is passed over (IN007 ").And.EndsWith(None));
        Git(shell, "add", "a.json");
        Assert.That(Staged(shell) is (2, var output, _) ? output : "", Does.Contain("a.json:1:16: error IN005 "));
    }

    [Test]
    public void Outside_of_a_repository_it_is_exit_2()
    {
        using var shell = ConfigurationTests.NewShell();
        Assert.That(Staged(shell) is (2, "", var error) ? error : "", Does.StartWith("ruleengine: git says: fatal: "));
    }

    [Test]
    public void Of_files_that_are_named_only_proposals_are_checked_when_asked()
    {
        using var shell = ConfigurationTests.NewShell().With("package.json", "{}").With("broken.json", "[1, 2").With("notes.txt", "").With("ruleengine.json", "{}");
        string[] check = ["check", "--rules", ".pack", "--format", "concise", "--only-proposals"];
        Assert.That(shell.Run([.. check, "package.json", "a.json", "notes.txt", "ruleengine.json"]).Findings, Is.EqualTo(new Ran(1, "a.json" + Said, "")));
        var none = shell.Run([.. check, "package.json", "broken.json", "notes.txt"]);
        Assert.That((none.Code, none.Output), Is.EqualTo((0, "")));
        Assert.That(none.Error, Does.StartWith("ruleengine: broken.json is no JSON").And.EndsWith("ruleengine: None of the files is a proposal.\n"));
        Assert.That(shell.Run(check).Code, Is.Zero);
        Assert.That(shell.Run([.. check, "."]).Findings.Output, Is.EqualTo("a.json" + Said));
    }
}
