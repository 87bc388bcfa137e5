using NUnit.Framework;
using RuleEngine.Cli;
using RuleEngine.Model.Faults;
using RuleEngine.Parsing;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

public class CommandTests
{
    [Test]
    public void Rules_lists_the_principles()
    {
        using var shell = new Shell();
        var ran = shell.Run("rules");
        Assert.That(ran.Code, Is.Zero);
        Assert.That(ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]), Is.EqualTo(Shipped.Principles.Select(principle => principle.Id)));
        Assert.That(ran.Output, Does.Contain("five-always").And.Contain("No alliance, no confrontation, no targeting of any third party"));
    }

    [Test]
    public void Schema_prints_the_schema()
    {
        using var shell = new Shell();
        Assert.That(shell.Run("schema").Output, Is.EqualTo(DocumentSchema.OfProposal()));
        Assert.That(shell.Run("schema", "configuration").Output, Is.EqualTo(DocumentSchema.OfConfiguration()));
    }

    [TestCase("FA2", "# FA2: No alliance")]
    [TestCase("fa201", "# FA201 (violation): a pledge to fight")]
    [TestCase("FA269", "# FA269 (gap): the arrangement is silent")]
    [TestCase("IN012", "# IN012: a value that the format does not know")]
    public void Explain_says_what_it_means(string id, string start)
    {
        using var shell = new Shell();
        var ran = shell.Run("explain", id);
        Assert.That(ran.Code, Is.Zero);
        Assert.That(ran.Output, Does.StartWith(start));
    }

    [Test]
    public void Explain_knows_every_error()
    {
        using var shell = new Shell();
        Assert.That(FaultKind.All.Select(kind => shell.Run("explain", kind.Id).Code), Has.All.Zero);
    }

    [Test]
    public void Explain_knows_every_finding()
    {
        using var shell = new Shell();
        Assert.That(Shipped.Principles.SelectMany(principle => principle.Rule!.Findings).Take(6).Select(kind => shell.Run("explain", kind.Id).Output), Has.All.Contains("The script: "));
    }

    [Test]
    public void Explain_of_a_rule_is_its_recorded_page()
    {
        using var shell = new Shell();
        var principle = Shipped.Principles.First();
        var page = File.ReadAllText(Repository.PathOf(principle.Path.Replace(".csx", ".verified.md"))).ReplaceLineEndings("\n");
        Assert.That(shell.Run("explain", principle.Id).Output, Is.EqualTo($"{page}\nThe script: {principle.Path}\n"));
        Assert.That(shell.Run("explain", principle.Id, "--isolate").Output, Is.EqualTo($"{page[..page.IndexOf("\n## Examples", StringComparison.Ordinal)]}\nThe script: {principle.Path}\n"));
    }

    [Test]
    public void Explain_of_a_finding_shows_the_examples_that_show_it()
    {
        using var shell = new Shell();
        var output = shell.Run("explain", "fa102").Output;
        Assert.That(output, Does.StartWith("# FA102 (violation): said to override a consensus of heads of state\n\nA violation: "));
        Assert.That(output.Split("\n### ").Skip(1).Select(example => example.Contains("violation FA102: ")), Is.EqualTo(new[] { true }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void On_a_screen_the_page_is_rendered(bool isColoured)
    {
        using var output = new MemoryStream();
        var terminal = new Terminal(() => new MemoryStream(), output, () => TextWriter.Null, TestContext.CurrentContext.WorkDirectory, 72, isColoured);
        Assert.That(CommandLine.Run(["explain", "FA102"], terminal), Is.Zero);
        var shown = System.Text.Encoding.UTF8.GetString(output.ToArray());
        Assert.That(shown, Does.Not.Contain("```").And.Not.Contain("**").And.Not.Contain("## "));
        Assert.That(shown.Contains('\u001b'), Is.EqualTo(isColoured));
        if (!isColoured)
            Snapshot.Verify(string.Join('\n', shown.Split('\n').Select(line => line.TrimEnd())));
    }

    [Test]
    public void Explain_of_nothing_known_is_exit_2()
    {
        using var shell = new Shell();
        var ran = shell.Run("explain", "FA999");
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.StartWith("ruleengine: Nothing is called FA999."));
    }

    [Test]
    public void No_command_is_exit_2()
    {
        using var shell = new Shell();
        Assert.That(shell.Run().Code, Is.EqualTo(2));
    }

    [TestCase("chek", "ruleengine: There is no command \"chek\". Did you mean check?\n")]
    [TestCase("rule", "ruleengine: There is no command \"rule\". Did you mean rules?\n")]
    public void A_misspelt_command_is_exit_2_and_names_the_nearest(string command, string error)
    {
        using var shell = new Shell();
        Assert.That(shell.Run(command, "a.json") is (2, "", var said) ? said : "", Is.EqualTo(error + "`ruleengine --help` says what it takes.\n"));
    }

    [Test]
    public void Help_is_exit_0_and_lists_what_there_is()
    {
        using var shell = new Shell();
        var ran = shell.Run("check", "--help");
        Assert.That(ran.Code, Is.Zero);
        Assert.That(ran.Output, Does.Contain("--format").And.Contain("concise, csv, github, gitlab, html, json, jsonl"));
    }
}
