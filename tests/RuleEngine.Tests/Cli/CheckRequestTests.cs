using NUnit.Framework;
using RuleEngine.Cli;

namespace RuleEngine.Tests.Cli;

/// <summary>Where nothing but paths is given no parser is asked: what it would have said must be what is done.</summary>
public class CheckRequestTests
{
    private const string Proposal = """{ "id": "a", "title": "A", "parties": [{ "id": "a", "name": "A" }] }""";

    [TestCase]
    [TestCase("a.json")]
    [TestCase("b.json", "a.json", "a.json")]
    [TestCase("folder")]
    [TestCase("folder", "*.json")]
    [TestCase("missing.json")]
    [TestCase("folder/none-*.json")]
    [TestCase("other.json")]
    [TestCase("--rules", "pack", "a.json")]
    [TestCase("a.json", "--rules", "missing")]
    public void Paths_alone_mean_what_they_mean_to_the_parser(params string[] paths)
    {
        using var shell = new Shell().With("a.json", Proposal).With("b.json", "{").With("folder/c.json", Proposal).With("folder/package.json", "{}").With("other.json", "[]")
            .With("pack/set/IV1-rule.csx", RuleEngine.Tests.Testing.InventedPack.Script("yield return arrangement.Report(Right, \"right\");"));
        Assert.That(CheckRequest.OfPaths(["check", .. paths]), Is.Not.Null);
        Assert.That(CheckRequest.OfPaths(["check", .. paths, "--fail-on", "violated"]), Is.Null);
        Assert.That(shell.Run(["check", .. paths]), Is.EqualTo(shell.Run(["check", .. paths, "--fail-on", "violated"])));
    }

    [TestCase]
    [TestCase("rules")]
    [TestCase("--help")]
    [TestCase("check", "--rules")]
    [TestCase("check", "--rules", "a", "--rules", "b")]
    [TestCase("check", "--rules", "-v")]
    [TestCase("check", "-")]
    [TestCase("check", "--")]
    [TestCase("check", "a.json", "-v")]
    [TestCase("check", "@arguments")]
    [TestCase("[suggest]", "check")]
    [TestCase("check", "[diagram]")]
    [TestCase("check", "")]
    public void Everything_else_is_the_parsers(params string[] arguments) => Assert.That(CheckRequest.OfPaths(arguments), Is.Null);
}
