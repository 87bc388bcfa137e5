using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

public class DiffTests
{
    private const string Old = """
        { "id": "river", "title": "River treaty", "completeness": "full",
          "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
          "articles": [
            { "number": "1", "provisions": [{ "kind": "trade" }] },
            { "number": "2", "provisions": [{ "kind": "no-targeting" }] }] }
        """;

    private static readonly string New = Old.Replace("""{ "kind": "no-targeting" }""", """{ "kind": "defense", "trigger": "armed-attack" }""");

    [Test]
    public void A_principle_that_got_worse_is_shown_with_the_clauses_that_did_it_and_is_exit_1()
    {
        using var shell = new Shell().With("old.json", Old).With("new.json", New);
        var ran = shell.Run("diff", "old.json", "new.json");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((1, "")));
        Snapshot.Verify(ran.Output);
    }

    [Test]
    public void What_got_better_is_exit_0()
    {
        using var shell = new Shell().With("old.json", New).With("new.json", Old);
        var ran = shell.Run("diff", "old.json", "new.json");
        Assert.That(ran.Code, Is.Zero);
        Assert.That(ran.Output, Does.Contain("better: violated -> upheld").And.Contain("0 worse"));
    }

    [Test]
    public void Another_layout_and_order_is_no_difference()
    {
        using var shell = new Shell().With("old.json", New).With("new.json", New.Replace("\n", "").Replace("""{ "number": "1", "provisions": [{ "kind": "trade" }] },""", "").Replace("""}] }] }""", """}] }, { "number": "1", "provisions": [{ "kind": "trade" }] }] }"""));
        var ran = shell.Run("diff", "old.json", "new.json");
        Assert.That((ran.Code, ran.Output), Is.EqualTo((0, "River treaty\nold.json -> new.json\nAlignment: still alliance, by Article 2 (defense)\n\n0 worse, 0 better, 14 with the same verdict and the same evidence.\n")));
    }

    [Test]
    public void A_principle_that_is_asked_for_the_first_time_and_is_open_is_not_worse()
    {
        using var shell = new Shell().With("old.json", New.Replace("\"defense\"", "\"trade\"")).With("new.json", New);
        var ran = shell.Run("diff", "old.json", "new.json", "--set", "quasi-alliance");
        Assert.That(ran.Code, Is.Zero);
        Assert.That(ran.Output, Does.Contain("QA1  not-applicable -> undetermined").And.EndWith("0 worse, 0 better, 5 otherwise changed, 0 with the same verdict.\n"));
    }

    [Test]
    public void A_clause_that_reads_otherwise_is_shown_though_its_finding_is_the_same()
    {
        using var shell = new Shell().With("old.json", New).With("new.json", New.Replace("\"armed-attack\"", "\"armed-attack\", \"summary\": \"Each helps the other.\""));
        var ran = shell.Run("diff", "old.json", "new.json");
        Assert.That(ran.Code, Is.Zero);
        Assert.That(ran.Output, Does.Contain("FA2  still violated").And.Contain("~ violation FA201 (alliance): Article 2").And.EndWith("14 with the same verdict.\n"));
    }

    [TestCase("aland", "Borduria", "Aland")]
    [TestCase("borduria", "Aland", "Borduria")]
    public void Of_two_findings_at_one_place_the_one_that_went_is_shown(string gains, string stays, string went)
    {
        var open = Old.Replace("trade", "arms-control").Replace("""{ "id": "borduria",""", """{ "id": "syldavia", "name": "Syldavia" }, { "id": "borduria",""")
            .Replace("\"articles\"", """ "stakes": [{ "party": "syldavia", "kind": "gain" }], "articles" """);
        using var shell = new Shell().With("old.json", open).With("new.json", open.Replace("\"stakes\": [", $$"""
            "stakes": [{ "party": "{{gains}}", "kind": "gain" },
            """));
        var ran = shell.Run("diff", "old.json", "new.json");
        Assert.That(ran.Output, Does.Contain("FA4  still undetermined").And.Contain($"- gap FA450: Nothing is said of what {went} gains").And.Not.Contain($"Nothing is said of what {stays} gains"));
    }

    [Test]
    public void Another_arrangement_is_said_to_be_one()
    {
        using var shell = new Shell().With("old.json", Old).With("new.json", Old.Replace("\"river\"", "\"lake\""));
        Assert.That(shell.Run("diff", "old.json", "new.json").Output, Does.Contain("The two have different ids, river and lake: they may be no drafts of one arrangement.\n"));
    }

    [Test]
    public void A_draft_may_be_a_git_revision()
    {
        using var shell = new Shell().With("drafts/a b.json", Old);
        Git(shell, "init", "-q");
        Git(shell, "add", ".");
        Git(shell, "commit", "-q", "-m", "Old");
        shell.With("drafts/a b.json", New);
        var ran = shell.Run("diff", "HEAD:drafts/a b.json", "drafts/a b.json");
        Assert.That((ran.Code, ran.Output.Split('\n')[1]), Is.EqualTo((1, "HEAD:drafts/a b.json -> drafts/a b.json")));
        Assert.That(shell.Run("diff", "HEAD:./drafts/a b.json", "HEAD:drafts/a b.json").Code, Is.Zero);
        Assert.That(shell.Run("diff", "HEAD:drafts", "drafts/a b.json") is (2, "", var tree) ? tree : "", Does.StartWith("ruleengine: HEAD:drafts: there is no such file, and git says: fatal: "));
        Assert.That(shell.Run("diff", "HEAD:b.json", "drafts/a b.json") is (2, "", var error) ? error : "", Does.StartWith("ruleengine: HEAD:b.json: there is no such file, and git says: fatal: "));
    }

    [Test]
    public void What_cannot_be_read_is_exit_2()
    {
        using var shell = new Shell().With("old.json", Old).With("new.json", "{}");
        Assert.That(shell.Run("diff", "old.json", "new.json") is (2, "", var error) ? error : "", Does.StartWith("new.json:1:1: error IN032 "));
        Assert.That(shell.Run("diff", "old.json", "none.json") is (2, "", var none) ? none : "", Is.EqualTo("ruleengine: none.json: IN021 There is no such file. A git revision is written REVISION:PATH.\n"));
    }

    private static void Git(Shell shell, params string[] arguments) => GitRepository.Git(shell.Folder, arguments);
}
