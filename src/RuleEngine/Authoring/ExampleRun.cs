using System.Text;
using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;

namespace RuleEngine.Authoring;

/// <summary>What a rule's example came to.</summary>
/// <param name="Example">The example.</param>
/// <param name="Verdict">The verdict it got; <see cref="Verdict.Error"/> where the rule or the example failed.</param>
/// <param name="Findings">The evidence.</param>
/// <param name="Faults">What is wrong with the example, or with the rule on it; empty when nothing is.</param>
public sealed record ExampleRun(Example Example, Verdict Verdict, IReadOnlyList<ReportedFinding> Findings, IReadOnlyList<Fault> Faults)
{
    /// <summary>Runs one rule on one of its examples.</summary>
    public static ExampleRun Of(Example example, Principle principle, RulePack pack)
    {
        var alone = pack with { Principles = [principle] };
        var file = ProposalFile.Read("example", Encoding.UTF8.GetBytes(example.Json));
        return new Checker(alone, withExcerpts: false).Check(file, "example") is ProposalResult { Principles: [var result] }
            ? new ExampleRun(example, result.Verdict, result.Findings, result.Fault is { } fault ? [fault] : [])
            : new ExampleRun(example, Verdict.Error, [], file.Faults);
    }
}
