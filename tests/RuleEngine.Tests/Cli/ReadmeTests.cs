using System.Text.RegularExpressions;
using NUnit.Framework;
using RuleEngine.Cli;
using RuleEngine.Engine.Settings;
using RuleEngine.Model.Faults;
using RuleEngine.Parsing;
using RuleEngine.Reporting;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

public class ReadmeTests
{
    [Test]
    public void The_output_in_the_README_is_the_programs()
    {
        var blocks = Regex.Matches(File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n"), @"```console\n\$ ruleengine (.*)\n((?:.*\n)*?)```");
        Assert.That(blocks, Has.Count.EqualTo(2));
        foreach (Match block in blocks)
        {
            using var output = new MemoryStream();
            CommandLine.Run(block.Groups[1].Value.Split(' '), new Terminal(() => Stream.Null, output, () => TextWriter.Null, Repository.Root, null, false));
            var pattern = "^" + string.Join("(?:.*\n)+?", block.Groups[2].Value.Split("…\n").Select(Regex.Escape)) + "$";
            Assert.That(System.Text.Encoding.UTF8.GetString(output.ToArray()), Does.Match(pattern));
        }
    }

    [Test]
    public void The_steps_to_a_new_rule_in_the_README_of_the_rules_work()
    {
        var block = Regex.Match(File.ReadAllText(Repository.PathOf("rules/README.md")).ReplaceLineEndings("\n"), "```console\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        using var shell = new Shell().With("drafts/p.json", """{ "id": "p", "title": "P", "parties": [{ "id": "x", "name": "X" }], "articles": [{ "number": "1", "provisions": [{ "kind": "decoupling" }] }] }""");
        foreach (var path in (string[])["pack.json", "pack.lock.json", "institutions.json", "releases.md", "five-always/FA1-head-of-state-guidance.csx"])
            shell.With("rules/" + path, File.ReadAllText(Repository.PathOf("rules/" + path)));
        var codes = block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(command =>
            shell.Run([.. Regex.Matches(command, "\"(.*?)\"|[^ ]+").Skip(1).Select(word => word.Value.Trim('"'))]).Code);
        Assert.That(codes, Is.EqualTo(new[] { 0, 0, 1, 0, 0, 0, 0 }), "The new rule has no page before it is accepted.");
        Assert.That(shell.Run("pack", "verify", "rules").Code, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "rules/releases.md")), Does.Contain("| FA601 | violation |"));
    }

    [Test]
    public void The_configuration_in_the_README_is_one_that_the_shipped_pack_knows()
    {
        var text = Regex.Match(File.ReadAllText(Repository.PathOf("README.md")), "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var faults = new List<Fault>();
        var configuration = ConfigurationFile.Read("README.md", System.Text.Encoding.UTF8.GetBytes(text), faults);
        Assert.That(faults, Is.Empty);
        Assert.That(SettingsReview.Faults([new Layer(configuration!, "/")], Shipped.Pack), Is.Empty);
    }

    [Test]
    public void The_commands_of_a_batch_in_the_README_work()
    {
        var section = Regex.Match(File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n"), "## In a batch\n(.*?)\n## ", RegexOptions.Singleline).Groups[1].Value;
        using var shell = new Shell().With("drafts/a.json", BatchTests.Corpus(1)).With("corpus.ndjson", BatchTests.Corpus(30));
        File.WriteAllText(Path.Combine(shell.Folder, "corpus.ndjson.gz"), BatchTests.Corpus(20));
        var commands = Regex.Matches(section, "```console\n(.*?)```", RegexOptions.Singleline).SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.That(commands, Has.Count.EqualTo(6));
        foreach (var command in commands)
            Assert.That(shell.Run(command.Split(' ')[1..]).Code, Is.EqualTo(command.Contains(" batch ") ? 1 : 0), command);
    }

    [Test]
    public void Every_format_is_in_the_README()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        Assert.That(ReportFormat.All.Select(format => format.Name).Where(name => !readme.Contains($"`{name}`")), Is.Empty);
    }
}
