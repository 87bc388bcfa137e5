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
        var parts = from verdict in Order
                    let ids = principles.Where(principle => principle.Verdict == verdict).Select(principle => principle.Id).ToList()
                    where ids.Count > 0
                    select $"{ids.Count} {verdict}" + (verdict == Verdict.Upheld ? "" : $" ({string.Join(", ", ids)})");
        return $"{TitleOf(set)}: {string.Join(", ", parts)}.";
    }

    /// <summary>3 proposals checked: 1 violated, 2 upheld.</summary>
    public static string Sentence(Summary summary)
    {
        var parts = from part in Counts(summary)
                    where part.Number > 0
                    select $"{part.Number} {part.Words}";
        var sentences = new List<string> { $"{Number(summary.Checked, "proposal")} checked{(summary.Checked == 0 ? "" : ": " + string.Join(", ", parts))}." };
        if (summary.Invalid > 0)
            sentences.Add($"{Number(summary.Invalid, "file")} could not be read as {(summary.Invalid == 1 ? "a proposal" : "proposals")}.");
        if (summary.NotProposals > 0)
            sentences.Add($"{Number(summary.NotProposals, "JSON file")} {(summary.NotProposals == 1 ? "is no proposal" : "are no proposals")}.");
        return string.Join(' ', sentences);
    }

    private static IEnumerable<(int Number, string Words)> Counts(Summary summary) =>
    [
        (summary.Failed, "with a rule that failed"), (summary.Violated, "violated"), (summary.Undetermined, "undetermined"),
        (summary.Upheld, "upheld"), (summary.NotApplicable, "not applicable"),
    ];

    private static string Number(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
