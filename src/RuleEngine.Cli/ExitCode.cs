using RuleEngine.Engine;
using RuleEngine.Engine.Batch;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Settings;

namespace RuleEngine.Cli;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCode
{
    /// <summary>No violation.</summary>
    public const int Clean = 0;

    /// <summary>A violation of severity <c>error</c> that nobody has accepted.</summary>
    public const int Violation = 1;

    /// <summary>Not all of the work could be done.</summary>
    public const int Incomplete = 2;

    /// <summary>No violation, but something undetermined, and that was asked for.</summary>
    public const int Undetermined = 3;

    /// <summary>What a batch came to.</summary>
    public static int Of(Tally tally, FailOn failOn) =>
        tally.Summary.Invalid > 0 || tally.Summary.Failed > 0 || tally.Summary.Checked == 0 ? Incomplete
        : tally.Failing > 0 ? Violation
        : tally.Open > 0 && failOn == FailOn.Undetermined ? Undetermined
        : Clean;

    public static int Of(Report report, FailOn failOn)
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
                if (principle.FailsRun(FailOn.Violated))
                    code = Violation;
                else if (code == Clean && principle.FailsRun(failOn))
                    code = Undetermined;
            }
        }

        return code;
    }
}
