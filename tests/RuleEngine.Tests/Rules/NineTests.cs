using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;
using RuleEngine.Benchmarks;
using RuleEngine.Engine;
using RuleEngine.Parsing;
using RuleEngine.Reporting;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Rules;

/// <summary>The nine principles decide by themselves: facts and sets that are added later change none of their verdicts.</summary>
public class NineTests
{
    private static readonly string[] Nine = ["five-always", "eurasian-framework"];

    [Test]
    public void What_they_decide_is_recorded()
    {
        var page = new StringBuilder();
        foreach (var name in ArrangementsTests.Files)
            page.Append($"{Verdicts(Check(File.ReadAllBytes(Repository.PathOf("rules/examples/" + name))))} {name}\n");
        for (var index = 0; index < 300; index++)
        {
            var nine = Check(GeneratedCorpus.Proposal(index));
            page.Append($"{Verdicts(nine)} generated {index}, findings {Findings(nine)}\n");
        }

        Snapshot.Verify(page.ToString());
    }

    private static List<PrincipleResult> Check(byte[] proposal) =>
        [.. ((ProposalResult)Shipped.Checker.Check(ProposalFile.Read("a.json", proposal), "a.json")).Principles.Where(principle => Nine.Contains(principle.Set))];

    private static string Verdicts(List<PrincipleResult> nine) => string.Concat(nine.Select(principle => $"{principle.Id}{ReportWords.SymbolOf(principle.Verdict)} "));

    /// <summary>A short sum of what was found and where.</summary>
    private static string Findings(List<PrincipleResult> nine) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n",
        nine.SelectMany(principle => principle.Findings).Select(finding => $"{finding.Id} {finding.Limb} {finding.Location.Pointer}")))).AsSpan(0, 4));
}
