using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>What one principle came to for one proposal.</summary>
/// <param name="Id">The principle.</param>
/// <param name="Set">Its set.</param>
/// <param name="Title">Its title.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Findings">The evidence, by place.</param>
/// <param name="Fault">Why the rule failed; null unless the verdict is <see cref="Verdict.Error"/>.</param>
public sealed record PrincipleResult(
    string Id, string Set, string Title, Verdict Verdict, IReadOnlyList<ReportedFinding> Findings, Fault? Fault = null);
