using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Settings;

namespace RuleEngine.Engine;

/// <summary>What one principle came to for one proposal.</summary>
/// <param name="Id">The principle.</param>
/// <param name="Set">Its set.</param>
/// <param name="Title">Its title.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Findings">The evidence, by place.</param>
/// <param name="Fault">Why the rule failed; null unless the verdict is <see cref="Verdict.Error"/>.</param>
public sealed record PrincipleResult(
    string Id, string Set, string Title, Verdict Verdict, IReadOnlyList<ReportedFinding> Findings, Fault? Fault = null)
{
    /// <summary>How many steps of its budget the rule took; 0 where that is not known.</summary>
    internal long Steps { get; init; }

    /// <summary>Whether it fails the run with what it found, a rule that failed left aside.</summary>
    public bool FailsRun(FailOn failOn)
    {
        for (var index = 0; index < Findings.Count; index++)
        {
            var finding = Findings[index];
            if (finding.FailsRun || (failOn == FailOn.Undetermined && IsOpen(finding)))
                return true;
        }

        return false;
    }

    /// <summary>Whether it is violated and every violation has been accepted.</summary>
    public bool IsAccepted => Verdict == Verdict.Violated && Findings.All(finding => finding.Role != Role.Violation || finding.Waived is not null);

    /// <summary>Whether a gap that nobody has accepted leaves the principle undetermined.</summary>
    private bool IsOpen(ReportedFinding finding) => Verdict == Verdict.Undetermined && finding.Role == Role.Gap && finding.Waived is null;
}
