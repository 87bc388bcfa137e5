using RuleEngine.Engine;
using RuleEngine.Model.Rules;

namespace RuleEngine.Cli;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCode
{
    /// <summary>No violation.</summary>
    public const int Clean = 0;

    /// <summary>A violation of severity <c>error</c>.</summary>
    public const int Violation = 1;

    /// <summary>Not all of the work could be done.</summary>
    public const int Incomplete = 2;

    /// <summary>No violation, but something undetermined, and that was asked for.</summary>
    public const int Undetermined = 3;

    public static int Of(Report report, bool failOnUndetermined)
    {
        if (report.Faults.Count > 0 || report.Summary.Invalid > 0 || report.Summary.Checked == 0)
            return Incomplete;
        var code = Clean;
        foreach (var outcome in report.Outcomes)
        {
            foreach (var principle in outcome is ProposalResult result ? result.Principles : [])
            {
                if (principle.Verdict == Verdict.Error)
                    return Incomplete;
                if (HasLoudViolation(principle))
                    code = Violation;
                else if (code == Clean && failOnUndetermined && principle.Verdict == Verdict.Undetermined)
                    code = Undetermined;
            }
        }

        return code;
    }

    private static bool HasLoudViolation(PrincipleResult principle)
    {
        foreach (var finding in principle.Findings)
        {
            if (finding.Role == Role.Violation && finding.Severity == Severity.Error)
                return true;
        }

        return false;
    }
}
