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
        var principles = report.Results.SelectMany(result => result.Principles).ToList();
        if (report.AllFaults.Any() || report.Summary.Checked == 0 || principles.Exists(principle => principle.Verdict == Verdict.Error))
            return Incomplete;
        if (principles.Exists(principle => principle.Findings.Any(finding => finding.Role == Role.Violation && finding.Severity == Severity.Error)))
            return Violation;
        return failOnUndetermined && principles.Exists(principle => principle.Verdict == Verdict.Undetermined) ? Undetermined : Clean;
    }
}
