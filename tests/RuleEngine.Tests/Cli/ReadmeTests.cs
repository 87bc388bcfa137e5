using System.Text.RegularExpressions;
using NUnit.Framework;
using RuleEngine.Cli;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

public class ReadmeTests
{
    [Test]
    public void The_output_in_the_README_is_the_programs()
    {
        var block = Regex.Match(File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n"), @"```console\n\$ ruleengine (.*)\n((?:.*\n)*?)```");
        using var output = new MemoryStream();
        CommandLine.Run(block.Groups[1].Value.Split(' '), new Terminal(() => Stream.Null, output, () => TextWriter.Null, Repository.Root, null, false));
        var pattern = "^" + string.Join("(?:.*\n)+?", block.Groups[2].Value.Split("…\n").Select(Regex.Escape)) + "$";
        Assert.That(System.Text.Encoding.UTF8.GetString(output.ToArray()), Does.Match(pattern));
    }
}
