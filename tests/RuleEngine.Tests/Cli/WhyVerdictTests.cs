using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace RuleEngine.Tests.Cli;

/// <summary><c>check --explain</c>.</summary>
public class WhyVerdictTests
{
    private const string Pact = """
        { "id": "pact", "title": "Pact", "parties": [{ "id": "x", "name": "X" }, { "id": "y", "name": "Y" }],
          "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }] }
        """;

    [Test]
    public void A_verdict_is_explained_and_the_change_that_is_offered_turns_it()
    {
        using var shell = new Shell().With("pact.json", Pact);
        var ran = shell.Run("check", "pact.json", "--explain", "fa2", "--format", "text", "--format", "json=why.json");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((0, "")));
        Assert.That(ran.Output, Does.StartWith("FA2 is violated: ").And.Contain("undetermined if /articles[1]/provisions[defense]/kind (2:58) were neutrality").And.Contain("IsPledge: yes, at /articles[1]/provisions[defense] (2:48)"));
        var change = JObject.Parse(File.ReadAllText(Path.Combine(shell.Folder, "why.json"))).SelectTokens("$.turns.changes[?(@.verdict == 'undetermined')].patch[0]").First();
        Assert.That(change.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"op":"replace","path":"/articles/0/provisions/0/kind","value":"neutrality"}"""));
        shell.With("pact.json", Pact.Replace("defense", "neutrality"));
        Assert.That(shell.Run("check", "pact.json", "--explain", "FA2").Output, Does.StartWith("FA2 is undetermined: "));
    }

    [Test]
    public void It_reads_standard_input_and_passes_over_what_is_no_proposal()
    {
        using var shell = new Shell().With("drafts/pact.json", Pact).With("drafts/other.json", "{}");
        Assert.That(shell.Run("check", "drafts", "--explain", "EF1").Code, Is.Zero);
        Assert.That(shell.RunWith(Pact, "check", "-", "--explain", "EF1").Output, Does.StartWith("EF1 is violated: ").And.Contain("  -, by rules/"));
    }

    [TestCase("The rule pack has no rule \"FA999\"", "pact.json", "--explain", "FA999")]
    [TestCase("The rule pack has no rule \"FA9\". Did you mean FA", "pact.json", "--explain", "FA9")]
    [TestCase("--explain asks about one proposal: name its file, not several.", "pact.json", "second.json", "--explain", "FA2")]
    [TestCase("--explain asks about one proposal: name its file.", "other", "--explain", "FA2")]
    [TestCase("it cannot be asked with --isolate", "pact.json", "--explain", "FA2", "--isolate")]
    [TestCase("beside it stand --format,", "pact.json", "--explain", "FA2", "--verbose")]
    [TestCase("beside it stand --format,", "pact.json", "--explain", "FA2", "--baseline", "b.json")]
    [TestCase("There is no format \"sarif\". ", "pact.json", "--explain", "FA2", "--format", "sarif")]
    [TestCase("broken.json:1:1: error IN", "broken.json", "--explain", "FA2")]
    [TestCase("none.json: error IN021 There is no such file.", "none.json", "--explain", "FA2")]
    [TestCase("error RP001 ", "pact.json", "--explain", "RV1", "--rules", "rules")]
    [TestCase("RV2-throws.csx:5:55: error RP007 InvalidOperationException", "pact.json", "--explain", "RV2", "--rules", "rules")]
    public void What_cannot_be_explained_is_said(string message, params string[] arguments)
    {
        using var shell = new Shell().With("pact.json", Pact).With("second.json", Pact).With("other/other.json", "{}").With("broken.json", "[]")
            .With("rules/river/RV1-broken.csx", "return nothing;").With("rules/river/RV2-throws.csx", """"
                return new Rule { Title = "T", Source = "S", Why = "W", Findings = [Open], Checks = [Look], Examples = [Undetermined("E", """{ }""")] };

                FindingKind Open => Gap("RV250", "open");

                IEnumerable<Finding> Look(Arrangement arrangement) => throw new InvalidOperationException("no");
                """");
        var ran = shell.Run(["check", .. arguments]);
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.Contain(message));
    }
}
