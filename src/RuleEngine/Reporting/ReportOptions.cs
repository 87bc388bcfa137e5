using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Settings;

namespace RuleEngine.Reporting;

/// <summary>What a reader asked for, and what the reader's screen can show.</summary>
public sealed record ReportOptions
{
    /// <summary>How many columns the screen has; null where lines need not be wrapped.</summary>
    public int? Width { get; init; }

    /// <summary>Whether the screen shows colour.</summary>
    public bool Colour { get; init; }

    /// <summary>Whether to show supports, and the names of files that are no proposals.</summary>
    public bool Verbose { get; init; }

    /// <summary>What makes a run fail.</summary>
    public FailOn FailOn { get; init; } = FailOn.Violated;

    /// <summary>The full path of the folder to which paths are relative; null where they are to stay as they are.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether <c>jsonl</c> carries excerpts.</summary>
    public bool Excerpts { get; init; }

    /// <summary>
    /// Whether a reader is shown the finding: not the ones that have no severity, as supports, nor those of the baseline, unless asked for.
    /// </summary>
    public bool Shows(ReportedFinding finding) =>
        Verbose || (finding.Severity != Severity.None && finding.Waived != Acceptance.Baseline);
}
