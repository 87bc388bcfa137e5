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
/// <param name="Steps">How many steps of its budget the rule took.</param>
public sealed record ExampleRun(Example Example, Verdict Verdict, IReadOnlyList<ReportedFinding> Findings, IReadOnlyList<Fault> Faults, long Steps)
{
    /// <summary>Whether it got the verdict that it states.</summary>
    public bool IsRight => Verdict == Example.Verdict;

    /// <summary>Runs one rule on each of its examples; none is run where the pack's rules run in another process, which is asked about all of them.</summary>
    /// <param name="principle">A principle whose rule could be loaded.</param>
    /// <param name="pack">Its pack.</param>
    public static IReadOnlyList<ExampleRun> All(Principle principle, RulePack pack)
    {
        if (pack.Host is not null)
            return [];
        var checker = new Checker(pack with { Principles = [principle] }, withExcerpts: false);
        return [.. principle.Rule!.Examples.Select(example => Of(example, checker))];
    }

    private static ExampleRun Of(Example example, Checker checker)
    {
        var file = ProposalFile.Read("example", Encoding.UTF8.GetBytes(example.Json));
        return checker.Check(file, "example") is ProposalResult { Principles: [var result] }
            ? new ExampleRun(example, result.Verdict, result.Findings, result.Fault is { } fault ? [fault] : [], result.Steps)
            : new ExampleRun(example, Verdict.Error, [], file.Faults, 0);
    }
}
