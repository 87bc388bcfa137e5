using RuleEngine.Engine;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>Sentences that several formats say in the same words.</summary>
internal static class ReportWords
{
    private static readonly Verdict[] Order = [Verdict.Upheld, Verdict.Violated, Verdict.Undetermined, Verdict.NotApplicable, Verdict.Error];

    /// <summary><c>five-always</c> as <c>Five always</c>.</summary>
    public static string TitleOf(string set) => set.Length == 0 ? set : char.ToUpperInvariant(set[0]) + set[1..].Replace('-', ' ');

    /// <summary>Five always: 3 upheld, 1 violated (FA2), 1 undetermined (FA4).</summary>
    public static string SentenceOn(string set, IReadOnlyList<PrincipleResult> principles)
    {
        var parts = new List<string>();
        foreach (var verdict in Order)
        {
            var ids = new List<string>();
            foreach (var principle in principles)
            {
                if (principle.Verdict == verdict)
                    ids.Add(principle.Id);
            }

            if (ids.Count > 0)
                parts.Add($"{ids.Count} {verdict}" + (verdict == Verdict.Upheld ? "" : $" ({string.Join(", ", ids)})"));
        }

        return $"{TitleOf(set)}: {string.Join(", ", parts)}.";
    }

    /// <summary>quasi-alliance, by Article 2 (joint-exercise) and 4 more</summary>
    public static string Sentence(ReportedAlignment alignment)
    {
        var shown = string.Join(", ", alignment.Clauses ?? alignment.Because.Take(ReportedAlignment.MostClauses));
        var more = alignment.Because.Count - ReportedAlignment.MostClauses;
        return alignment.Kind + (shown == "" ? "" : ", by " + shown) + (more > 0 ? $" and {more} more" : "");
    }

    /// <summary>A verdict in one character, for a table; never the only sign of it.</summary>
    public static string SymbolOf(Verdict verdict) =>
        verdict == Verdict.Upheld ? "✓" : verdict == Verdict.Violated ? "✗" : verdict == Verdict.Undetermined ? "?" : verdict == Verdict.Error ? "!" : "–";

    /// <summary>The finding that a reader wants first: one that fails the run, else the first of those that make the verdict; null where there is none.</summary>
    public static ReportedFinding? Deciding(PrincipleResult principle)
    {
        var role = principle.Verdict == Verdict.Violated ? Role.Violation : principle.Verdict == Verdict.Undetermined ? Role.Gap : Role.Support;
        return principle.Findings.FirstOrDefault(finding => finding.FailsRun) ?? principle.Findings.FirstOrDefault(finding => finding.Role == role);
    }

    /// <summary>The principles by set, in the order in which the sets come.</summary>
    public static List<List<PrincipleResult>> BySet(IReadOnlyList<PrincipleResult> principles)
    {
        var sets = new List<List<PrincipleResult>>();
        foreach (var principle in principles)
        {
            var set = sets.Find(set => set[0].Set == principle.Set);
            if (set is null)
                sets.Add(set = []);
            set.Add(principle);
        }

        return sets;
    }

    /// <summary>waived by Anna until 2027-01-31: the reason</summary>
    public static string Sentence(Acceptance waived) => waived == Acceptance.Baseline
        ? "in the baseline"
        : $"waived by {waived.Owner} until {waived.Expires}: {waived.Reason}";

    /// <summary>3 proposals checked: 1 violated, 2 upheld. 1 finding is waived.</summary>
    public static string Sentence(Report report)
    {
        var (byWaiver, byBaseline) = report.CountAccepted();
        return Sentence(report.Summary, byWaiver, byBaseline);
    }

    /// <summary>The same, of what was counted.</summary>
    public static string Sentence(Summary summary, int byWaiver, int byBaseline)
    {
        var parts = new List<string>();
        Count(summary.Failed, "with a rule that failed");
        Count(summary.Violated, "violated");
        Count(summary.Undetermined, "undetermined");
        Count(summary.Upheld, "upheld");
        Count(summary.NotApplicable, "not applicable");
        var sentences = new List<string> { $"{Number(summary.Checked, "proposal")} checked{(summary.Checked == 0 ? "" : ": " + string.Join(", ", parts))}." };
        if (summary.Invalid > 0)
            sentences.Add($"{Number(summary.Invalid, "file")} could not be read as {(summary.Invalid == 1 ? "a proposal" : "proposals")}.");
        if (summary.NotProposals > 0)
            sentences.Add($"{Number(summary.NotProposals, "JSON file")} {(summary.NotProposals == 1 ? "is no proposal" : "are no proposals")}.");
        if (byWaiver > 0)
            sentences.Add($"{Number(byWaiver, "finding")} {(byWaiver == 1 ? "is" : "are")} waived.");
        if (byBaseline > 0)
            sentences.Add($"{Number(byBaseline, "finding")} {(byBaseline == 1 ? "is" : "are")} in the baseline.");
        return string.Join(' ', sentences);

        void Count(int number, string words)
        {
            if (number > 0)
                parts.Add($"{number} {words}");
        }
    }

    private static string Number(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
