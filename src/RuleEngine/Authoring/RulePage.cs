using System.Text;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;

namespace RuleEngine.Authoring;

/// <summary>A rule's documentation, made from the rule: what it decides and why, what it can say, and its examples with their verdicts.</summary>
public static class RulePage
{
    /// <summary>The page as Markdown.</summary>
    /// <param name="principle">A principle whose rule could be loaded.</param>
    /// <param name="runs">What its examples came to.</param>
    public static string Markdown(Principle principle, IReadOnlyList<ExampleRun> runs)
    {
        var rule = principle.Rule!;
        var page = new StringBuilder($"# {principle.Id}: {rule.Title}\n\n{rule.Source}\n\n{rule.Why.Trim()}\n\n## What it can say\n\n| id | role | finding |\n|---|---|---|\n");
        foreach (var kind in rule.Findings.OrderBy(kind => kind.Id, StringComparer.Ordinal))
            page.Append($"| {kind.Id} | {kind.Role} | {Cell(kind.Title)} |\n");
        page.Append("\nThe engine adds to every rule: ");
        page.AppendJoin(", ", EngineFindings.Of(principle.Id).Select(kind => $"{kind.Id} ({kind.Title})")).Append(runs.Count == 0 ? ".\n" : ".\n\n## Examples\n");
        foreach (var run in runs)
            Append(page, run);
        return page.ToString();
    }

    /// <summary>
    /// What one finding means, as Markdown: what its role says about the verdict, the principle and why, and the examples that show it.
    /// </summary>
    /// <param name="finding">A finding of the rule, or one that the engine adds to it.</param>
    /// <param name="principle">A principle whose rule could be loaded.</param>
    /// <param name="runs">What its examples came to.</param>
    public static string Markdown(FindingKind finding, Principle principle, IReadOnlyList<ExampleRun> runs)
    {
        var rule = principle.Rule!;
        var page = new StringBuilder($"# {finding.Id} ({finding.Role}): {finding.Title}\n\n{Meaning(finding.Role)}\n\n## {principle.Id}: {rule.Title}\n\n{rule.Source}\n\n{rule.Why.Trim()}\n");
        var shown = runs.Where(run => run.Findings.Any(found => found.Id == finding.Id)).ToList();
        if (shown.Count > 0)
            page.Append("\n## Examples\n");
        foreach (var run in shown)
            Append(page, run);
        return page.ToString();
    }

    private static string Meaning(Role role) =>
        role == Role.Violation ? "A violation: a clause or fact breaks the principle, which is then violated."
        : role == Role.Gap ? "A gap: a fact that would decide the principle is not in the proposal. Unless something violates it, the principle is undetermined."
        : role == Role.Concern ? "A concern: worth a reader's review; it changes no verdict."
        : "A support: a clause or fact upholds the principle, unless a violation or a gap stands against it.";

    private static void Append(StringBuilder page, ExampleRun run)
    {
        page.Append($"\n### {run.Example.Title}\n\n```json\n{run.Example.Json.Trim('\n')}\n```\n\n**{run.Verdict}**");
        page.Append(run.Verdict == run.Example.Verdict ? "\n" : $", and the script says {run.Example.Verdict}\n");
        if (run.Findings.Count + run.Faults.Count > 0)
            page.Append('\n');
        foreach (var finding in run.Findings)
        {
            page.Append($"- {finding.Role} {finding.Id}{(finding.Limb is null ? "" : $" ({finding.Limb})")}: {finding.Message}  \n");
            page.Append($"  at line {finding.Location.Line}, column {finding.Location.Column}, {(finding.Location.Missing ? "where it is missing: " : "")}{Place(finding.Location.Address)}\n");
        }

        foreach (var fault in run.Faults)
            page.Append($"- {fault.Kind.Id}: {fault.Message}\n");
    }

    private static string Place(string? address) => string.IsNullOrEmpty(address) ? "the whole" : $"`{address}`";

    private static string Cell(string text) => text.Replace("|", "\\|");
}
